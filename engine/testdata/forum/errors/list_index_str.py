losses = [1, 2]
losses["a"]
