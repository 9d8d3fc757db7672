import math
import torch

class AnnealedLoss(torch.nn.Module):
    def __init__(self, total_steps: int = 100, start: float = 0.0, end: float = 1.0, mode: str = "cosine"):
        super().__init__()
        self.total_steps = total_steps
        self.start = start
        self.end = end
        self.mode = mode
        self.step = 0

    @property
    def weight(self) -> float:
        t = min(self.step / self.total_steps, 1.0)
        if self.mode == "linear":
            return self.start + (self.end - self.start) * t
        elif self.mode == "cosine":
            return self.end + 0.5 * (self.start - self.end) * (1 + math.cos(math.pi * t))
        raise NotImplementedError(self.mode)

    def forward(self, pred, target):
        w = self.weight
        if self.training:
            self.step += 1
        mse = (pred - target).pow(2).mean()
        mae = (pred - target).abs().mean()
        return (1 - w) * mse + w * mae

torch.manual_seed(54)
crit = AnnealedLoss(total_steps=4)
p, t = torch.randn(5), torch.randn(5)
for _ in range(6):
    print(f"{crit.weight:.4f} {crit(p, t).item():.6f}")
crit.eval()
crit(p, t)
print(crit.step, crit.training)
