x = torch.ones(3)
x.sum(dim=1)
