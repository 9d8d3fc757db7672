import math
import torch

class CyclicalBeta:
    def __init__(self, n_iter, start=0.0, stop=1.0, n_cycle=4, ratio=0.5):
        self.L = torch.ones(n_iter) * stop
        period = n_iter / n_cycle
        step = (stop - start) / (period * ratio)
        for c in range(n_cycle):
            v, i = start, 0
            while v <= stop and (int(i + c * period) < n_iter):
                self.L[int(i + c * period)] = v
                v += step
                i += 1
    def __call__(self, t): return self.L[t]

beta = CyclicalBeta(20, n_cycle=2)
print(beta.L)
cosine = lambda t, T, lo=0.0, hi=1.0: lo + 0.5 * (hi - lo) * (1 + math.cos(math.pi * t / T))
print([round(cosine(t, 10), 3) for t in range(0, 11, 2)])
warm = [min(1.0, (s + 1) / 5) for s in range(7)]
print(warm)
sig = [1 / (1 + math.exp(-12 * (t / 10 - 0.5))) for t in range(0, 11, 5)]
print(sig)
mu = torch.tensor([0.5], requires_grad=True)
for t in (0, 3, 9):
    loss = (mu - 2) ** 2 + beta(t) * mu.abs()
    loss.backward()
    print(t, loss, mu.grad)
    mu.grad.zero_()
