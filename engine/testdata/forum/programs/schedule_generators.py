import math
from typing import Iterator
def cosine_schedule(total: int, base: float = 1.0, final: float = 0.0, warmup: int = 0) -> Iterator[float]:
    for step in range(total):
        if step < warmup:
            yield base * (step + 1) / warmup
        else:
            progress = (step - warmup) / max(1, total - warmup)
            yield final + 0.5 * (base - final) * (1 + math.cos(math.pi * progress))

def forever(xs):
    while True:
        yield from xs

sched = cosine_schedule(6, warmup=2)
print(next(sched), [round(v, 4) for v in sched])
it = forever("ab")
print([next(it) for _ in range(5)], sum(cosine_schedule(4)))
gen = (i ** 2 for i in range(5) if i % 2)
print(list(gen), list(gen), type(gen).__name__)
def coro():
    total = 0
    while True:
        x = yield total
        if x is None:
            return
        total += x
c = coro()
next(c)
print(c.send(3), c.send(4))
try:
    next(c)
except StopIteration:
    print("stopped")
