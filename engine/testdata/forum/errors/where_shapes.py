torch.where(torch.ones(2).bool(), torch.ones(3), torch.ones(2))
