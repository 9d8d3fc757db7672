x = torch.ones(2, 3)
n = x.size[0]
