alpha = 0.5
x = 2(1 - alpha)
