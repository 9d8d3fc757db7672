x = torch.randn(2, 3)
x.gather(1, torch.tensor([[0], [3]]))
