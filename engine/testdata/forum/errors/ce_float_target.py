x = torch.randn(3, 4)
y = torch.ones(3)
F.cross_entropy(x, y)
