x = torch.ones(4)
x[1.0]
