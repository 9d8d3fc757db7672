"mse"(1)
