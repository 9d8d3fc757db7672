x = torch.ones(3, requires_grad=True)
l = (x * x).sum()
l.backward()
l.backward()
