from dataclasses import dataclass, field, asdict, replace
from typing import List, Optional
import torch

@dataclass
class LossConfig:
    name: str
    weights: List[float] = field(default_factory=lambda: [1.0, 0.5])
    delta: float = 1.0
    label_smoothing: Optional[float] = None

    def __post_init__(self):
        if self.delta <= 0:
            raise ValueError(f"delta must be positive, got {self.delta}")

    @property
    def total(self):
        return sum(self.weights)

@dataclass(frozen=True, order=True)
class Point:
    x: int
    y: int = 0

cfg = LossConfig("huber")
print(cfg, cfg.total)
print(asdict(cfg))
cfg2 = replace(cfg, delta=2.0)
cfg2.weights.append(3)
print(cfg2 == cfg, cfg2, cfg == LossConfig("huber", [1.0, 0.5, 3]))
print(Point(1, 2) < Point(1, 3), Point(1) == Point(1, 0), {Point(1): 'a'}[Point(1, 0)], sorted([Point(2), Point(1, 5)]))
try:
    LossConfig("x", delta=-1)
except ValueError as e:
    print(e)
try:
    Point(1).x = 5
except Exception as e:
    print(type(e).__name__, e)
p = torch.tensor([0.2, 3.0], requires_grad=True)
loss = sum(w * torch.nn.functional.huber_loss(p, torch.zeros(2), delta=cfg2.delta) for w in cfg2.weights)
loss.backward()
print(loss, p.grad)
