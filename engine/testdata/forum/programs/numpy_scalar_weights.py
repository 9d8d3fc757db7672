import numpy as np
import torch
n = 10
decay = np.exp(-np.arange(3) / 2.0)
print([round(float(v), 5) for v in decay])
w = torch.tensor([float(np.sqrt(v)) for v in (1, 4, 9)])
print(w, np.sqrt(2), np.log10(100), np.floor(2.7), np.ceil(2.1), np.round(2.567, 2), np.sign(-3.0), np.maximum(1, 2), np.minimum(0.5, 0.25))
print(np.float32(0.1), np.float64(0.1), int(np.int64(7)), np.pi / 4, np.tanh(0.5), np.isfinite(np.inf), np.abs(-2))
sched = np.linspace(0.0, 1.0, num=5)
print([f"{s:.2f}" for s in sched], len(sched), bool(sched[-1] == 1.0), float(sched.sum()))
lam = np.cos(np.pi * 3 / n / 2) ** 2
loss = lam * torch.tensor(2.0, requires_grad=True)
print(loss, type(lam * 2.0).__name__ in ('float', 'float64'))
print(np.clip(1.7, 0, 1), np.mean([1, 2, 3, 4]), np.std([1.0, 3.0]), np.var([1.0, 3.0]), np.sum([0.5, 0.5]), np.max([3, 9, 2]), np.argmax([3, 9, 2]))
