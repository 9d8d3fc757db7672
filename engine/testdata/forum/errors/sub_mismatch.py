p = torch.randn(32, 1)
t = torch.randn(31, 1)
loss = ((p - t) ** 2).mean()
