class G:
    def __getattr__(self, n):
        if n.startswith("_"): raise AttributeError(n)
        return f"attr {n}"
    def __setattr__(self, n, v): object.__setattr__(self, n, v * 2)
    def __delattr__(self, n): print("del", n); object.__delattr__(self, n)
g = G(); g.x = 2; print(g.x, g.foo, hasattr(g, "_a"), getattr(g, "_b", "dflt")); del g.x; print(g.x)
