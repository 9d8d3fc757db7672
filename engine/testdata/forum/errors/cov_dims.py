torch.cov(torch.ones(2, 2, 2))
