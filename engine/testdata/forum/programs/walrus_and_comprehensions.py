import torch
vals = [0.5, 2.0, -1.0]
big = [y for v in vals if (y := v * 2) > 0]
print(big, y)
if (n := len(vals)) > 2 and (m := max(vals)) > 1:
    print(n, m)
grid = {(i, j): i * j for i in range(2) for j in range(2) if i != j}
print(grid, {v % 2 for v in range(5)}, [[c for c in row] for row in ("ab", "c")])
first, *rest, last = range(5)
print(first, rest, last, [*rest, last], {**{'a': 1}, 'b': 2}, (*"ab", 1))
print([x if x > 0 else -x for x in vals], all(v < 3 for v in vals), sum(v > 0 for v in vals))
print(1 < 2 < 3 > 0, not (1 > 2 or 3 < 2), 0 or 'x', [] and 1, None or torch.tensor(1))
t = torch.tensor([1., 2.])
a, b = t
print(a, b, a.item() + b.item(), [i for i, v in enumerate(t, 1) if v > 1])
print(sorted({'b': 1, 'a': 2}.items(), key=lambda kv: kv[1], reverse=True), max({'x': 3, 'y': 5}, key={'x': 3, 'y': 5}.get))
while True:
    n -= 1
    if n == 1: continue
    if n <= 0: break
else:
    print("no")
print(n, "abc" * 2 + "d", "%s-%s" % ("a", 1), 'x' in 'xyz', 3 in range(5), -7 // 2, int(-3.5), 5 % -3)
