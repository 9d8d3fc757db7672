torch.where(torch.ones(2) > 0, torch.ones(2), None)
