torch.max(1.0, torch.ones(2))
