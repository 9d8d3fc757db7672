class M(type):
    def __setattr__(cls, k, v): raise AttributeError(f"no {k}")
class A(metaclass=M): pass
A.x = 1
