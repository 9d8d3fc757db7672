torch.quantile(torch.ones(3), 1.5)
