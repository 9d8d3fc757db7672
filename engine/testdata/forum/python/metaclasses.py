class Meta(type):
    registry = {}
    def __new__(mcs, name, bases, ns):
        cls = super().__new__(mcs, name, bases, ns)
        mcs.registry[name] = cls
        return cls
class Base(metaclass=Meta): pass
class A(Base): pass
print(list(Meta.registry), type(A), type(A).__name__, A.__class__ is Meta, isinstance(A, Meta), isinstance(A, type), Meta.registry["A"] is A)

class Meta(type):
    registry = {}
    def __init__(cls, name, bases, ns):
        super().__init__(name, bases, ns)
        if bases: cls.registry[name.lower()] = cls
class Loss(metaclass=Meta): pass
class MSE(Loss):
    def __call__(self, a, b): return ((a - b) ** 2).mean()
print(Loss.registry)if False else print(sorted(Loss.registry))
print(Loss.registry["mse"]()(torch.ones(2), torch.zeros(2)))

class Singleton(type):
    _instances = {}
    def __call__(cls, *args, **kwargs):
        if cls not in cls._instances:
            cls._instances[cls] = super().__call__(*args, **kwargs)
        return cls._instances[cls]
class Config(metaclass=Singleton):
    def __init__(self, a=1.0): self.a = a
print(Config() is Config(), Config(2).a)

class Meta(type):
    def __iter__(cls): return iter(cls.items)
    def __len__(cls): return len(cls.items)
    def __getitem__(cls, k): return cls.items[k]
    def __contains__(cls, k): return k in cls.items
    def __repr__(cls): return f"<{cls.__name__}!>"
class R(metaclass=Meta):
    items = ["mean", "sum"]
print(list(R), len(R), R[0], "sum" in R, "x" in R, R, [r for r in R])

class Meta(type):
    def __getattr__(cls, name): return f"dyn-{name}"
class A(metaclass=Meta): x = 1
print(A.x, A.foo)

class Meta(type):
    @property
    def tag(cls): return cls.__name__.upper()
    def hello(cls): return "hi " + cls.__name__
class A(metaclass=Meta): pass
print(A.tag, A.hello())
try: A().hello()
except AttributeError as e: print(e)

class Meta(type):
    def __prepare__(name, bases, **kw): return {"injected": 1}
    __prepare__ = classmethod(lambda mcs, name, bases, **kw: {"injected": 42})
class A(metaclass=Meta): y = 2
print(A.injected, A.y)

class Meta(type):
    def __new__(mcs, name, bases, ns, scale=1.0, **kw):
        cls = super().__new__(mcs, name, bases, ns); cls.scale = scale; return cls
    def __init__(cls, name, bases, ns, **kw): super().__init__(name, bases, ns)
class A(metaclass=Meta, scale=2.0): pass
class B(A, scale=3): pass
print(A.scale, B.scale)

class M(type):
    def __call__(cls, *a): return super().__call__(*a)
class L(nn.Module, metaclass=M):
    def forward(self, x): return x * 2
print(L()(torch.ones(1)))

class M(type):
    def __instancecheck__(cls, x): return x == 1
    def __subclasscheck__(cls, c): return True
class A(metaclass=M): pass
print(isinstance(1, A), isinstance(2, A), issubclass(int, A))

class M(type):
    def __new__(mcs, name, bases, ns):
        for k, v in list(ns.items()):
            if callable(v) and not k.startswith("__"): ns["x_" + k] = v
        return super().__new__(mcs, name, bases, ns)
class A(metaclass=M):
    def f(self): return 1
print(A().x_f(), sorted(k for k in vars(A) if not k.startswith("__")))

def meta(name, bases, ns):
    print("making", name, bases, [k for k in ns if not k.startswith("__")])
    return type(name, bases, ns)
class A(metaclass=meta): x = 1
print(A.x)

class M(type):
    def __eq__(cls, o): return True
    def __hash__(cls): return 1
    def __lt__(cls, o): return cls.__name__ < o.__name__
    def __add__(cls, o): return cls.__name__ + o.__name__
class A(metaclass=M): pass
class B(metaclass=M): pass
print(A < B, A + B, A == B, sorted([B, A])[0].__name__)

class M(type):
    def __str__(cls): return "cls " + cls.__name__
    def __bool__(cls): return False
class A(metaclass=M): pass
print(A, bool(A), f"{A}", "yes" if A else "no", str(A))

class M(type):
    @classmethod
    def make(mcs, n): return mcs(n, (), {"v": 1})
A = M.make("A"); print(A.v, type(A).__name__, A.__name__)
B = M("B", (A,), dict(w=2)); print(B.w, B.v, B.__class__)

from enum import EnumMeta, Enum
class M(EnumMeta):
    def __contains__(cls, x): return x in [m.value for m in cls]
class R(Enum, metaclass=M):
    MEAN = "mean"
    SUM = "sum"
print("mean" in R, "x" in R, list(R), len(R))

class M(type): pass
class A(metaclass=M): pass
class B(metaclass=M): pass
class C(A, B): pass
print(type(C) is M, C.__mro__[1].__name__)
class N(M): pass
class D(A, metaclass=N): pass
print(type(D))
class E(D, metaclass=type): pass
print(type(E))

class Meta(type):
    def __new__(mcs, name, bases, namespace, **kwargs):
        print("new", name, sorted(kwargs)); return super().__new__(mcs, name, bases, namespace)
    def __init__(cls, name, bases, namespace, **kwargs):
        print("init", name); super().__init__(name, bases, namespace)
    def __call__(cls, *args, **kwargs):
        print("call", cls.__name__, args); return super().__call__(*args, **kwargs)
class A(metaclass=Meta, tag=1):
    def __init__(self, v): self.v = v
print(A(3).v)
