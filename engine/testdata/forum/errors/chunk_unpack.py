a, b = torch.ones(3, 2).chunk(3)
