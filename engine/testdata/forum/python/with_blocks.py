class M:
    def __enter__(self): print("in"); return self
    def __exit__(self, t, v, tb): print("out", t.__name__ if t else None, v); return t is KeyError
with M() as m: print(type(m).__name__)
with M(): raise KeyError("k")
with M(): raise ValueError("v")
