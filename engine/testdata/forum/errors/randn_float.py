torch.randn(3.0, 2)
