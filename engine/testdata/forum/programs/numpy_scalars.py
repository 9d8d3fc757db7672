import numpy as np
import torch

w = np.float32(0.5)
k = np.log(2.0)
x = torch.tensor([1.0, 2.0, 3.0])
print((x * float(w)).sum().item())
print((x * k).sum())
print(torch.from_numpy(np.array([1.0, 2.0])).dtype)
print(np.clip(1.5, 0, 1), np.exp(0.0), np.maximum(1, 2))
