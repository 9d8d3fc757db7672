def f(p, t):
    loss = ((p - t) ** 2).mean()
loss = f(torch.ones(2, requires_grad=True), torch.zeros(2))
loss.backward()
