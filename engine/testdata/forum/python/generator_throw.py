def g():
    try:
        yield 1
        yield 2
    except ValueError as e: print("thrown", e); yield 99
    finally: print("cleanup")
x = g(); next(x); print(x.throw(ValueError("v"))); x.close()
y = g(); next(y); y.close(); print(list(y))
