(1,).append(2)
