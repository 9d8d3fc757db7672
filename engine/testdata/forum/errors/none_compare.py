best = None
if 0.3 < best:
    best = 0.3
