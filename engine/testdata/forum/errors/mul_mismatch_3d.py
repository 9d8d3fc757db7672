a = torch.ones(2, 3, 4)
b = torch.ones(2, 3)
a * b
