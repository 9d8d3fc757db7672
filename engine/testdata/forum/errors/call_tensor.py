x = torch.ones(2)
x(0)
