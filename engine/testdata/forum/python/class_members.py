class A:
    count = 0
    def __init__(self): A.count += 1; type(self).count; self.__class__.count += 1
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return cls.__name__, x
    @property
    def p(self): return self._p
    @p.setter
    def p(self, v): self._p = v * 2
a = A(); a.p = 3; print(A.count, A.s(1), a.s(2), A.c(3), a.c(4), a.p, a.count)
a.q
