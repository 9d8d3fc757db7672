x = torch.ones(2, requires_grad=True)
x = x - 0.1 * x.grad
