import warnings
import torch

def safe_mse(p, t):
    if p.shape != t.shape:
        warnings.warn(f"shape mismatch: {tuple(p.shape)} vs {tuple(t.shape)}")
        t = t.view_as(p)
    return ((p - t) ** 2).mean()

print(safe_mse(torch.ones(3, 1), torch.zeros(3)).item())
