x = torch.ones(3, requires_grad=True)
l = x.sum().detach()
l.backward()
