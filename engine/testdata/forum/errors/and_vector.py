x = torch.ones(2)
y = (x > 0) and (x < 2)
