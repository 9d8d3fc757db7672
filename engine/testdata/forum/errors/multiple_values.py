def loss(p, t):
    return p
loss(torch.ones(2), p=3)
