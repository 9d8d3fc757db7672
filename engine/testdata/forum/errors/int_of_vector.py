int(torch.ones(3))
