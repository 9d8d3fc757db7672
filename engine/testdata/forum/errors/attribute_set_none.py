x = None
x.grad = 1
