x = torch.randn(3)
x[5]
