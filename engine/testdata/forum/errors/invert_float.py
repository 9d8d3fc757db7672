~torch.ones(2)
