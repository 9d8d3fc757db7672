import torch
import torch.nn as nn
torch.manual_seed(0)

class MTL(nn.Module):
    def __init__(self, tasks):
        super().__init__()
        self.tasks = tuple(tasks)
        self.log_sigma = nn.ParameterDict({t: nn.Parameter(torch.zeros(1)) for t in tasks})
        self.heads = nn.ModuleDict({t: nn.Linear(4, 1) for t in tasks})
        self.body = nn.Sequential(nn.Linear(3, 4), nn.Tanh())
    def forward(self, x):
        h = self.body(x)
        return {t: self.heads[t](h).squeeze(-1) for t in self.tasks}
    def loss(self, out, targets):
        terms = {t: (out[t] - targets[t]).pow(2).mean() for t in self.tasks}
        total = 0.0
        for t, l in terms.items():
            s = self.log_sigma[t]
            total = total + 0.5 * torch.exp(-2 * s) * l + s
        return total.squeeze(), terms

m = MTL(['depth', 'normal'])
opt = torch.optim.Adam([{'params': m.body.parameters()}, {'params': m.heads.parameters(), 'lr': 5e-2}, {'params': m.log_sigma.parameters(), 'lr': 1e-1}], lr=1e-2)
x = torch.randn(16, 3)
tg = {'depth': x.sum(1), 'normal': 0.1 * x[:, 0]}
for step in range(4):
    opt.zero_grad()
    total, terms = m.loss(m(x), tg)
    total.backward()
    opt.step()
    print(step, f"{total.item():.5f}", ' '.join(f"{k}={v.item():.4f}" for k, v in terms.items()), [round(p.item(), 4) for p in m.log_sigma.values()])
print(m)
print([n for n, _ in m.named_parameters()])
