import torch
s = "l1, l2 ,huber"
names = [n.strip() for n in s.split(',')]
print(names, '-'.join(names), s.replace('l', 'L'), s.title(), s.find('l2'), s.count('l'))
print(names[::-1], names + ['x'], names * 2, 'l1' in names, names.index('huber'))
nested = [[1, 2], [3, 4]]
flat = [v for row in nested for v in row if v % 2]
print(flat, list(zip(*nested)), sum(nested, []), max(nested), [*nested[0], *nested[1]])
d = {'a': 1, **{'b': 2}}
d.update(c=3)
print(d, list(d.items()), {v: k for k, v in d.items()}, d.get('z', 0), d.pop('a'), d, 'b' in d)
print(dict(sorted(d.items(), key=lambda kv: -kv[1])), list(reversed(list(d))), d | {'z': 0})
a, (b, *c), e = 1, (2, 3, 4), 5
print(a, b, c, e)
x = [5, 3, 8]
x.sort(reverse=True); x.insert(1, 99); x.extend((1, 2)); x.remove(8)
print(x, x.pop(), x.pop(0), x, sorted(x), len(x))
del x[0]
x[0:1] = [7, 7]
print(x, x.count(7), any(v > 5 for v in x), all([]), set([1, 2, 2]) & {2, 3}, {1, 2} | {5}, {1} <= {1, 2})
print("abc".startswith(('a', 'b')), "x".isdigit(), "a.b.c".rsplit('.', 1), "loss".ljust(8) + '|', "7".zfill(3), "Loss"[::-1])
print(list(range(10, 0, -3)), divmod(17, 5), 17 // -5, -17 % 5, 2 ** 0.5, 7 / 2, 1e3, 10 ** 10, abs(-3), round(2.5), round(3.14159, 2), int('12') + float('1e-3'))
print(1 if torch.tensor(1.0) > 0 else 0, not torch.tensor(0), bool(torch.tensor([1])), None is None, 1 == 1.0, '1' == 1, [1, 2] == [1, 2], (1, 2) < (1, 3))
t = torch.tensor([3., 1., 2.])
print(max(t), min(t), sum(t), sorted(t), list(t), [v.item() for v in t], len(t), 3. in t, float(t[0]), int(t[1]))
print(isinstance(1, float), isinstance(True, int), type(1.0), type([]), type(t), type(None).__name__, type(names).__name__)
