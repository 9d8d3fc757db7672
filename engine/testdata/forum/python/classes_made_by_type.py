A = type("A", (), {"x": 1.0, "f": lambda self: self.x})
print(A().f(), A.__name__, A)
B = type("B", (A,), {"y": 2})
print(B().x, B.y, B.__mro__, B.__bases__, issubclass(B, A))

L = type("L", (nn.Module,), {"forward": lambda self, a, b: (a - b).abs().mean()})
print(L()(torch.ones(2), torch.zeros(2)), L())

class Base:
    registry = {}
    def __init_subclass__(cls, name=None, **kw):
        super().__init_subclass__(**kw)
        cls.registry[name or cls.__name__] = cls
class A(Base, name="a"): pass
class B(Base): pass
print(list(Base.registry), Base.registry["a"])

class G:
    def __class_getitem__(cls, k): return f"{cls.__name__}[{k}]"
print(G[1], G["x"])

print(type(1)(2.5), type("a"), type(None), type([])((1, 2)), type(type), type(object), type(int))

print(type("X", (object,), {}), type(3).__mro__, bool.__mro__, int.__name__, object.__name__)

class A:
    def __new__(cls, *a):
        o = super().__new__(cls); o.n = len(a); return o
    def __init__(self, *a): self.a = a
print(A(1, 2).n, A(1).a)
