x = torch.ones(2, 2, requires_grad=True).clone()
a, b = x.unbind()
a.add_(1)
