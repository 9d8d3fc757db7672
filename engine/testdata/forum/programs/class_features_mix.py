import torch
import torch.nn as nn
class Base:
    count: int = 0
    registry = {}
    def __init_subclass__(cls, tag=None, **kw):
        super().__init_subclass__(**kw)
        Base.registry[tag or cls.__name__.lower()] = cls
    def __new__(cls, *a, **k):
        Base.count += 1
        return super().__new__(cls)
    def __init__(self, scale=1.0):
        self._scale = scale
    @property
    def scale(self):
        return self._scale
    @scale.setter
    def scale(self, v):
        if v < 0:
            raise ValueError("scale must be >= 0")
        self._scale = v
    def __call__(self, p, t):
        return self.scale * self.compute(p, t)
class L1(Base):
    def compute(self, p, t): return (p - t).abs().mean()
class L2(Base, tag='mse'):
    __slots__ = ()
    def compute(self, p, t): return ((p - t) ** 2).mean()
    def __hash__(self): return 7
    def __bool__(self): return self.scale > 0
print(sorted(Base.registry), Base.registry['mse'].__name__)
p, t = torch.tensor([1., 2.]), torch.zeros(2)
for name, cls in sorted(Base.registry.items()):
    obj = cls(2.0)
    print(name, obj(p, t), isinstance(obj, Base), Base.count, hasattr(obj, 'compute'), callable(obj))
obj.scale = 0
print(bool(obj), obj.scale, vars(obj), obj.__dict__, obj.__class__.__name__, type(obj).__mro__[1].__name__)
try:
    obj.scale = -1
except ValueError as e:
    print(e)
class Ctx:
    def __enter__(self): print("in"); return self
    def __exit__(self, *exc): print("out", exc[0]); return True
with Ctx() as c, Ctx():
    raise KeyError("x")
print("still here")
