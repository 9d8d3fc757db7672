x = torch.ones(2, requires_grad=True)
y = torch.sigmoid(x)
y.mul_(2)
y.sum().backward()
