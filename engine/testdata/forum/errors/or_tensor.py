x = torch.ones(3)
y = x or 0
