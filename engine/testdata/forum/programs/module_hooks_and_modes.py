import torch
import torch.nn as nn
class Noisy(nn.Module):
    def __init__(self):
        super().__init__()
        self.lin = nn.Linear(2, 1, bias=False)
        nn.init.ones_(self.lin.weight)
        self.drop = nn.Dropout(0.5)
        self.step = 0
    def forward(self, x):
        if self.training:
            self.step += 1
        return self.lin(self.drop(x)).squeeze(-1)
m = Noisy()
x = torch.ones(3, 2)
m.eval()
print(m(x), m.training, m.drop.training, m.step)
m.train()
torch.manual_seed(0)
print(m(x), m.step)
for p in m.parameters():
    p.requires_grad_(False)
print(any(p.requires_grad for p in m.parameters()), m(x).requires_grad)
m.lin.weight.requires_grad = True
loss = m(x).sum(); loss.backward()
print(m.lin.weight.grad is not None, sum(p.numel() for p in m.parameters()))
m.zero_grad()
print(m.lin.weight.grad)
with torch.no_grad():
    m.lin.weight.fill_(0.5)
    m.lin.weight[0, 1] = -1
print(m.lin.weight, m.lin.weight.data)
print(dict(m.named_children()).keys(), [type(c).__name__ for c in m.children()], isinstance(m.lin, nn.Linear))
m.extra = nn.Parameter(torch.tensor(3.0))
m.add_module('act', nn.ReLU())
print([n for n, _ in m.named_parameters()], m.act, m.extra)
del m.extra
print(hasattr(m, 'extra'), len(list(m.modules())))
