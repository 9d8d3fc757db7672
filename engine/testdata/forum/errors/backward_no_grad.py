x = torch.ones(3)
x.sum().backward()
