x = 1
def f():
    global x, y
    x += 1; y = 5
f(); print(x, y)
def g():
    print(z); z = 1
g()
