def loss(p, t, w):
    return (w * (p - t)).mean()
loss(torch.ones(2), torch.ones(2))
