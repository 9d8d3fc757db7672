x = torch.randn(3)
x[0, 0]
