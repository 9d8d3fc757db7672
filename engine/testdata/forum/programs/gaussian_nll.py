import math
import torch
from torch import nn

class GaussianNLL(nn.Module):
    def __init__(self, eps: float = 1e-6, full: bool = True) -> None:
        super().__init__()
        self.eps, self.full = eps, full

    def forward(self, out: torch.Tensor, target: torch.Tensor) -> torch.Tensor:
        mu, log_var = out.chunk(2, dim=-1)
        var = log_var.exp().clamp_min(self.eps)
        loss = 0.5 * (torch.log(var) + (target - mu) ** 2 / var)
        if self.full:
            loss += 0.5 * math.log(2 * math.pi)
        return loss.mean()

torch.manual_seed(17)
out = torch.randn(7, 2, requires_grad=True)
y = torch.randn(7, 1)
l = GaussianNLL()(out, y)
l.backward()
print(l)
print(out.grad)
