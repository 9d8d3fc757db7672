def f(x):
    if x > 10:
        y = 1
    return y
f(1)
