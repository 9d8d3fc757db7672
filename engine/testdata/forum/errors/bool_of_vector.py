bool(torch.ones(2))
