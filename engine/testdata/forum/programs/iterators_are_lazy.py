import itertools
from itertools import takewhile, count, islice, cycle, repeat, chain, dropwhile, groupby, pairwise, compress, tee, starmap, accumulate, zip_longest, filterfalse
class Count:
    def __init__(self, n): self.i, self.n = 0, n
    def __iter__(self): return self
    def __next__(self):
        self.i += 1
        if self.i > self.n: raise StopIteration
        return self.i
c = Count(3)
print(iter(c) is c, list(c), next(c, 'end'), sum(Count(4)))
print([*Count(2)], dict(zip('ab', Count(5))))
print(list(takewhile(lambda x: x < 4, count())), list(islice(count(10, 0.5), 3)))
print(list(islice(cycle('ab'), 5)), list(repeat(1, 2)), next(map(lambda x: x * 2, count(1))))
print(next(filter(lambda x: x > 5, count())), next(zip(count(), 'a')), next(enumerate(count(5), 1)))
print(list(islice(chain.from_iterable([[1], [2, 3]]), 2)), list(islice(dropwhile(lambda x: x < 3, count()), 2)))
print([(k, list(g)) for k, g in groupby('aabbc')], list(pairwise([1, 2, 3])), list(compress('abc', [1, 0, 1])))
a, b = tee(count()); print(next(a), next(a), next(b))
print(list(starmap(pow, [(2, 3)])), list(accumulate([1, 2, 3], initial=10)), list(zip_longest('ab', 'x', fillvalue='-')))
print(any(x > 3 for x in count()), all(x < 3 for x in count()), list(filterfalse(lambda x: x % 2, range(5))))
it = iter([1, 2, 3]); f = iter(lambda: next(it), 3); print(list(f), type(iter([])).__name__)
it = iter(range(5)); print(list(islice(it, 2)), list(it))
d = {'a': 1}; print(list(iter(d.items())), next(iter(d)), 3 in count())
class Bad:
    def __iter__(self): return 3
try: list(Bad())
except TypeError as e: print(e)
class N:
    def __next__(self): return 1
try: list(N())
except TypeError as e: print(e)
