def f(n):
    if n == 0: return 0
    return 1 + f(n - 1)
print(f(100))
class Node:
    __slots__ = ("a",)
    def __init__(self): self.a = 1
n = Node(); print(n.a)
n.b = 2
