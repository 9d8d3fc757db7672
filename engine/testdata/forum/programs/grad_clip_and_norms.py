import torch
import torch.nn as nn
torch.manual_seed(3)
net = nn.Sequential(nn.Linear(4, 6), nn.Tanh(), nn.Linear(6, 1))
x, y = torch.randn(5, 4), torch.randn(5, 1) * 100
loss = nn.MSELoss()(net(x), y)
loss.backward()
total_norm = 0
for p in net.parameters():
    param_norm = p.grad.detach().data.norm(2)
    total_norm += param_norm.item() ** 2
total_norm = total_norm ** 0.5
before = torch.nn.utils.clip_grad_norm_(net.parameters(), max_norm=1.0)
print(round(total_norm, 3), before)
after = torch.sqrt(sum(p.grad.pow(2).sum() for p in net.parameters()))
print(f"{after:.4f}")
torch.nn.utils.clip_grad_value_(net.parameters(), 0.05)
print(max(p.grad.abs().max() for p in net.parameters()))
for name, p in net.named_parameters():
    print(name, tuple(p.shape), f"{p.grad.mean():.6f}")
