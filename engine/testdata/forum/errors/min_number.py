torch.min(torch.ones(2), 0.5)
