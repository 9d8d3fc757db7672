import torch
import math

class RunningNorm:
    def __init__(self, decay=0.9):
        self.decay, self.mean, self.sq, self.t = decay, {}, {}, 0

    def __call__(self, losses):
        self.t += 1
        out = 0
        for k, v in losses.items():
            x = v.detach().item()
            self.mean[k] = self.decay * self.mean.get(k, 0.0) + (1 - self.decay) * x
            self.sq[k] = self.decay * self.sq.setdefault(k, 0.0) + (1 - self.decay) * x * x
            corr = 1 - self.decay ** self.t
            mean, sq = self.mean[k] / corr, self.sq[k] / corr
            std = math.sqrt(max(sq - mean ** 2, 0.0))
            out += v / (std if std > 1e-3 else 1.0)
        return out

norm = RunningNorm()
w = torch.tensor(0.5, requires_grad=True)
for step in range(1, 4):
    losses = {'a': (w - step) ** 2, 'b': torch.abs(w * step)}
    loss = norm(losses)
    loss.backward()
    with torch.no_grad():
        w.sub_(0.1 * w.grad)
    w.grad = None
    print(step, f'{loss.item():.5f}', {k: round(v, 4) for k, v in norm.mean.items()}, w)
print(w.item())
