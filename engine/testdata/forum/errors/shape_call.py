x = torch.ones(2, 3)
n = x.shape(0)
