import torch, torch.nn as nn, torch.nn.functional as F
from torch.cuda.amp import autocast, GradScaler
from torch.optim.lr_scheduler import LambdaLR
from torch.nn.utils import clip_grad_norm_
torch.backends.cudnn.benchmark = True
torch.backends.cudnn.deterministic = False
torch.manual_seed(0); torch.cuda.manual_seed_all(0)
device = torch.device("cuda:0" if torch.cuda.is_available() else "cpu")
class WeightedLoss(nn.Module):
    def __init__(self, n):
        super().__init__()
        self.log_vars = nn.Parameter(torch.zeros(n))
    @torch.cuda.amp.autocast(enabled=False)
    def forward(self, *losses):
        losses = torch.stack([l.float() for l in losses])
        return (torch.exp(-self.log_vars) * losses + self.log_vars).sum()
net = nn.Sequential(nn.Linear(3, 4), nn.LayerNorm(4), nn.GELU(), nn.Linear(4, 2)).to(device)
crit = WeightedLoss(2).to(device)
opt = torch.optim.AdamW([{"params": net.parameters(), "lr": 1e-2}, {"params": crit.parameters(), "weight_decay": 0.0}], lr=1e-3)
sched = LambdaLR(opt, lambda s: 0.9 ** s)
scaler = GradScaler(enabled=torch.cuda.is_available())
x, y = torch.randn(6, 3, device=device), torch.randn(6, 2, device=device)
for step in range(3):
    opt.zero_grad(set_to_none=True)
    with autocast(enabled=scaler.is_enabled()):
        out = net(x)
        a, b = F.smooth_l1_loss(out, y), (out - y).abs().mean()
        loss = crit(a, b)
    scaler.scale(loss).backward()
    scaler.unscale_(opt)
    n = clip_grad_norm_(net.parameters(), 1.0)
    scaler.step(opt); scaler.update(); sched.step()
    print(step, f"{loss.item():.5f}", f"{n.item():.4f}", sched.get_last_lr(), scaler.get_scale())
