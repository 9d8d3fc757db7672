a = torch.ones(2, requires_grad=True)
b = torch.ones(2, requires_grad=True) * 2
c = a * b
b += 1
c.sum().backward()
