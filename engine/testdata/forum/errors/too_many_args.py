def loss(p, t):
    return (p - t).mean()
loss(torch.ones(2), torch.ones(2), 3)
