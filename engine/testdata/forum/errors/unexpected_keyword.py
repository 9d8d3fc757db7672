def loss(p, t, delta=1.0):
    return (p - t).mean() * delta
loss(torch.ones(2), torch.ones(2), dleta=2)
