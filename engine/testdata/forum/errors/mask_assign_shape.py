x = torch.zeros(3)
x[x == 0] = torch.ones(2)
