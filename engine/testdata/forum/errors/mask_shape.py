x = torch.randn(3)
x[torch.tensor([True, False])]
