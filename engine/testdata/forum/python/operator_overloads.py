class V:
    def __init__(s, x): s.x = x
    def __eq__(s, o): return isinstance(o, V) and s.x == o.x
    def __lt__(s, o): return s.x < o.x
    def __hash__(s): return hash(s.x)
    def __repr__(s): return f"V({s.x})"
    def __add__(s, o): return V(s.x + (o.x if isinstance(o, V) else o))
    __radd__ = __add__
    def __neg__(s): return V(-s.x)
    def __bool__(s): return s.x != 0
    def __len__(s): return 3
    def __contains__(s, i): return i == s.x
    def __getitem__(s, i): return i
    def __call__(s, *a): return a
    def __iadd__(s, o): s.x += o; return s
    def __matmul__(s, o): return "mm"
    def __abs__(s): return abs(s.x)
    def __float__(s): return float(s.x)
    def __int__(s): return 7
    def __index__(s): return 1
    def __format__(s, spec): return f"<{spec}>"
a, b = V(1), V(2); print(a == b, a != b, a < b, a > b, {a, V(1)}, a + b, 1 + a, sum([a, b]), -a, bool(V(0)), len(a), 1 in a, a[5], a(1, 2), a @ b, abs(a), float(a), int(a), [5, 6][a], f"{a:x}", sorted([b, a]), max(a, b)); a += 5; print(a, a is not None)
a <= b
