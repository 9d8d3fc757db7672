x = torch.ones(4)
x[:2.5]
