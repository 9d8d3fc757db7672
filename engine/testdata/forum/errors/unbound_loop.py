def f(items):
    for i in items:
        last = i
    return last
f([])
