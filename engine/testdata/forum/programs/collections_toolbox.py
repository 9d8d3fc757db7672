from collections import defaultdict, Counter, deque, namedtuple, OrderedDict
import itertools
import torch

hist = defaultdict(list)
for step, (a, b) in enumerate(zip([3., 2., 1.], [1., 1., 4.])):
    hist['train'].append(a)
    hist['val'].append(b)
print(dict(hist), hist['test'], len(hist), hist)
c = Counter([1, 2, 2, 3, 3, 3])
print(c, c.most_common(1), c[9], sum(c.values()))
window = deque(maxlen=3)
for v in range(5):
    window.append(v * 1.5)
print(window, sum(window) / len(window), list(window)[-1])
P = namedtuple('P', 'mu sigma')
p = P(torch.tensor(0.), sigma=2)
print(p, p.sigma, p._replace(sigma=3), p == P(0, 2))
od = OrderedDict(a=1)
od['b'] = 2
od.move_to_end('a')
print(od, list(od), od.popitem())
print(list(itertools.product([0, 1], repeat=2)), list(itertools.combinations('abc', 2)), list(itertools.chain([1], (2, 3))))
print(list(itertools.accumulate([1, 2, 3])), list(itertools.zip_longest([1, 2], [3], fillvalue=0)), [k for k, g in itertools.groupby([1, 1, 2])])
pairs = torch.tensor(list(itertools.combinations(range(3), 2)))
print(pairs, pairs.dtype)
print(torch.combinations(torch.arange(3)), torch.cartesian_prod(torch.tensor([1, 2]), torch.tensor([3, 4])))
