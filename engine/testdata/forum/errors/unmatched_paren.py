loss = (1 + 2))
