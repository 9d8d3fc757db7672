torch.ones(2).squeeze(3)
