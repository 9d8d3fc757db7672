x = torch.ones(2)
while x < 3:
    x += 1
