p = torch.ones(3)
x = 1
if x == 2:
    pass
elif p > 0.5:
    pass
