import torch
import torch.nn as nn
from collections import OrderedDict, defaultdict

class CombinedLoss(nn.Module):
    def __init__(self, losses, weights=None):
        super().__init__()
        self.losses = nn.ModuleDict(losses)
        self.weights = weights or {k: 1.0 for k in losses}

    def forward(self, pred, target):
        logs = OrderedDict()
        total = 0.
        for name, fn in self.losses.items():
            v = fn(pred, target)
            logs[name] = v.item()
            total = total + self.weights[name] * v
        logs["total"] = total.item()
        return total, logs

torch.manual_seed(55)
crit = CombinedLoss({"mse": nn.MSELoss(), "l1": nn.L1Loss()}, {"mse": 1.0, "l1": 0.1})
total, logs = crit(torch.randn(4), torch.randn(4))
hist = defaultdict(list)
for k, v in logs.items():
    hist[k].append(v)
print(total)
print({k: round(v[0], 4) for k, v in hist.items()})
