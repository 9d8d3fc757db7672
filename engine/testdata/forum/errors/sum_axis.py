x = torch.ones(2, 3)
x.sum(axis=2)
