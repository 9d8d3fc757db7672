from contextlib import contextmanager
@contextmanager
def timer(name):
    print("enter", name)
    try:
        yield name.upper()
    except ValueError as e:
        print("caught", e)
    finally:
        print("exit")
with timer("a") as x: print(x)
with timer("b"): raise ValueError("boom")
with timer("c") as a, timer("d") as b: print(a, b)
