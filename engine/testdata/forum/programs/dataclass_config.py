from dataclasses import dataclass, field
from typing import List
import torch

@dataclass
class LossConfig:
    weights: List[float] = field(default_factory=lambda: [1.0, 0.5])
    reduction: str = "mean"
    eps: float = 1e-6

    def total(self) -> float:
        return sum(self.weights)

class ConfiguredLoss(torch.nn.Module):
    def __init__(self, cfg: LossConfig = LossConfig()):
        super().__init__()
        self.cfg = cfg

    def forward(self, x, y):
        w1, w2 = self.cfg.weights
        d = x - y
        val = w1 * d.abs() + w2 * d.pow(2) + self.cfg.eps
        return getattr(val, self.cfg.reduction)() / self.cfg.total()

torch.manual_seed(31)
print(ConfiguredLoss()(torch.randn(4), torch.randn(4)))
print(ConfiguredLoss(LossConfig(weights=[2., 1.], reduction="sum"))(torch.ones(2), torch.zeros(2)))
print(LossConfig())
