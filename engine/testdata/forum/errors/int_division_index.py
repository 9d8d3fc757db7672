n = 5
x = torch.arange(n)
x[n / 2]
