from functools import cached_property, total_ordering
class A:
    @cached_property
    def x(self): print("computed"); return 3
a = A(); print(a.x, a.x)
@total_ordering
class B:
    def __init__(s, v): s.v = v
    def __eq__(s, o): return s.v == o.v
    def __lt__(s, o): return s.v < o.v
print(B(1) <= B(2), B(2) >= B(3), B(2) > B(1))
