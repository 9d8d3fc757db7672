import torch
import torch.nn as nn

class EMANormLoss(nn.Module):
    def __init__(self, base=nn.MSELoss(), beta=0.9, eps=1e-8):
        super().__init__()
        self.base = base
        self.beta = beta
        self.eps = eps
        self.register_buffer('ema', torch.zeros(1))
        self.register_buffer('steps', torch.zeros(1, dtype=torch.long))

    def forward(self, pred, target):
        loss = self.base(pred, target)
        with torch.no_grad():
            self.steps += 1
            self.ema.mul_(self.beta).add_(loss.detach(), alpha=1 - self.beta)
            corrected = self.ema / (1 - self.beta ** self.steps.item())
        return loss / (corrected + self.eps)

torch.manual_seed(26)
crit = EMANormLoss()
for step in range(3):
    p = torch.randn(6, 1, requires_grad=True)
    l = crit(p, torch.randn(6, 1) * (step + 1))
    l.sum().backward()
    print(step, l.item(), crit.ema.item(), p.grad.norm().item())
print(list(crit.state_dict().keys()))
