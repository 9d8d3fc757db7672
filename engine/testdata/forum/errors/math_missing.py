math.sqr(4)
