x = torch.randn(3, 4)
y = torch.tensor([0, 1, 4])
F.cross_entropy(x, y)
