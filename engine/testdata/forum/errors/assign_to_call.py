torch.ones(2) = 3
