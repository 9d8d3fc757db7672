def gen():
    x = yield 1
    print("got", x)
    y = yield x * 2
    return y
g = gen(); print(next(g), g.send(5))
try: g.send(7)
except StopIteration as e: print("ret", e.value)
def outer():
    r = yield from inner(); print("r", r); yield 9
def inner():
    yield 1; yield 2; return "done"
print(list(outer()))
