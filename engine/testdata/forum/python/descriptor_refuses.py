class D:
    def __set_name__(self, owner, name): self.name = name; self.owner = owner
    def __get__(self, obj, typ=None): return self if obj is None else obj.__dict__.get(self.name, 0.0)
    def __set__(self, obj, v):
        if v < 0: raise ValueError(f"{self.name} must be positive, got {v}")
        obj.__dict__[self.name] = v
class A:
    alpha = D()
    beta = D()
a = A(); a.alpha = 2.0; print(a.alpha, a.beta, A.alpha.name, A.alpha.owner)
a.beta = -1
