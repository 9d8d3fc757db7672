import torch
import torch.nn as nn
import torch.nn.functional as F

class ComboLoss(nn.Module):
    def __init__(self, weights=None, **losses):
        super().__init__()
        self.losses = nn.ModuleDict(losses)
        self.weights = weights or {k: 1.0 for k in losses}
        self.history = []

    def forward(self, pred, target, *, return_parts=False):
        parts = {name: fn(pred, target) for name, fn in self.losses.items()}
        total = sum(self.weights.get(name, 0) * value for name, value in parts.items())
        self.history.append({k: v.item() for k, v in parts.items()})
        return (total, parts) if return_parts else total

    def extra_repr(self):
        return ', '.join(f'{k}={v}' for k, v in self.weights.items())

torch.manual_seed(0)
combo = ComboLoss(weights={'mse': 1.0, 'l1': 0.5}, mse=nn.MSELoss(), l1=nn.L1Loss(), huber=nn.HuberLoss(delta=2.0))
p = torch.randn(4, requires_grad=True)
t = torch.randn(4)
total, parts = combo(p, t, return_parts=True)
total.backward()
print(combo)
print(total, {k: round(v.item(), 4) for k, v in parts.items()})
print(p.grad, len(combo.history), list(combo.losses.keys()), 'l1' in combo.losses)
for i, (name, mod) in enumerate(combo.named_modules()):
    print(i, repr(name), type(mod).__name__)
try:
    combo(p, t, True)
except TypeError as e:
    print('TypeError:', e)
