import numpy as np
import torch

weights = np.array([0.2, 0.3, 0.5])
w = torch.from_numpy(weights).float()
print(w, w.dtype)
y = np.linspace(0, 1, 5)
t = torch.tensor(y, dtype=torch.float32)
print(t)
loss = ((t - 0.5) ** 2).mean()
print(float(loss), bool(loss.numpy() > 0.1), np.sqrt(float(loss)))
print(np.log(2.0), np.exp(1), np.pi, np.log1p(0.5), np.abs(-3.5), np.sqrt(16), np.power(2.0, 3), np.clip(5.0, 0, 1))
arr = t.detach().numpy()
print(float(arr.mean()), float(arr.sum()), len(arr))
print(np.mean([1.0, 2.0, 6.0]), np.max([1, 5, 2]), np.inf, np.isnan(float('nan')))
beta = 0.999
samples = [100, 10, 1]
effective = 1.0 - np.power(beta, samples)
cb = (1.0 - beta) / np.array(effective)
cb = cb / np.sum(cb) * len(samples)
print(torch.tensor(cb).float())
