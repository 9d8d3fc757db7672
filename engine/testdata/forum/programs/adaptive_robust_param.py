import torch
import torch.nn as nn

class AdaptiveHuber(nn.Module):
    """Learns delta through softplus."""
    def __init__(self, init=1.0):
        super().__init__()
        self.raw = nn.Parameter(torch.log(torch.expm1(torch.tensor(init))))

    @property
    def delta(self):
        return nn.functional.softplus(self.raw)

    def extra_repr(self):
        return f"delta={self.delta.item():.3f}"

    def forward(self, pred, target):
        err = (pred - target).abs()
        d = self.delta
        quad = torch.minimum(err, d)
        lin = err - quad
        return (0.5 * quad ** 2 + d * lin).mean() + 1 / d

torch.manual_seed(58)
m = AdaptiveHuber()
p = torch.randn(6, requires_grad=True)
l = m(p, torch.randn(6) * 3)
l.backward()
print(l, m.raw.grad, p.grad)
print(m)
