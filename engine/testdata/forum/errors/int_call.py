alpha = 0.5
alpha(1 - alpha)
