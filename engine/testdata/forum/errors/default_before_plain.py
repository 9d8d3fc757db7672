def loss(p=1, t):
    return p - t
