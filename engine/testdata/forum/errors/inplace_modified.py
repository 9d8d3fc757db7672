x = torch.ones(3, requires_grad=True)
y = x.exp()
y += 1
y.sum().backward()
