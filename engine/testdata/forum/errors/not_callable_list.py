losses = [1, 2]
losses(0)
