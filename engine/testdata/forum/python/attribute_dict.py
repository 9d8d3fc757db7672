class L:
    def __init__(self): self.__dict__.update({"a": 1, "b": 2.0})
    def __repr__(self): return f"{self.__class__.__name__}({', '.join(f'{k}={v}' for k, v in vars(self).items())})"
x = L(); print(x, x.__dict__, vars(x)["a"]); x.__dict__["c"] = 3; print(x.c); setattr(x, "d", 4); print(getattr(x, "d"), delattr(x, "a"), hasattr(x, "a"))
