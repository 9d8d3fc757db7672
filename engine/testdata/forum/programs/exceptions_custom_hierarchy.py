class LossError(Exception):
    """base"""
class ShapeMismatch(LossError):
    def __init__(self, a, b):
        self.a, self.b = a, b
        super().__init__(f"{a} vs {b}")
class NotFinite(LossError, ValueError):
    code = 7
    def __str__(self):
        return f"not finite (code {self.code})"

def check(kind):
    if kind == 0: raise ShapeMismatch((2,), (3,))
    if kind == 1: raise NotFinite()
    if kind == 2: raise LossError
    if kind == 3: raise LossError("a", 2)
    return "fine"

for k in range(5):
    try:
        r = check(k)
    except ShapeMismatch as e:
        print("shape", e, e.args, e.a, repr(e))
    except ValueError as e:
        print("value", e, isinstance(e, LossError), repr(e))
    except LossError as e:
        print("loss", str(e), e.args, repr(e), type(e).__doc__)
    else:
        print(r)
try:
    try:
        1 / 0
    finally:
        print("cleanup")
except ArithmeticError as e:
    print(type(e).__mro__[1].__name__, e)
def f():
    try:
        return "try"
    finally:
        print("finally runs")
print(f())
for i in range(3):
    try:
        if i == 1: continue
        print("body", i)
    finally:
        print("end", i)
