float(torch.ones(2))
