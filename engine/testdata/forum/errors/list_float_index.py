vals = [1, 2, 3]
vals[len(vals) / 2]
