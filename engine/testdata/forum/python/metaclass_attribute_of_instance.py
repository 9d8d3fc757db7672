class M(type):
    x = 1
class A(metaclass=M):
    y = 2
print(A.x, hasattr(A(), "x"), hasattr(A, "x"), A.mro()[0].__name__)
A().x
