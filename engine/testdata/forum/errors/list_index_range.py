losses = [1, 2]
losses[2]
