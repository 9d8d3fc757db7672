x = torch.ones(3)
m = 0 < x < 2
