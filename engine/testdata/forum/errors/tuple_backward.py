def f(x):
    return x.sum(), x.mean()
loss = f(torch.ones(3, requires_grad=True))
loss.backward()
