torch.diag(torch.ones(2, 2, 2))
