p = nn.Parameter(torch.ones(2)); o = torch.optim.SGD([p], lr=8.0); s = torch.optim.lr_scheduler.StepLR(o, 1, gamma=0.5)
for _ in range(4):
    o.step(); s.step(); print(s.get_last_lr(), o.param_groups[0]["lr"])
print(s.gamma, s.step_size, s.last_epoch, s.base_lrs)
p = nn.Parameter(torch.ones(2)); o = torch.optim.SGD([p], lr=1.0); s = torch.optim.lr_scheduler.ExponentialLR(o, gamma=1.0); o.step(); s.step(); print(s.get_last_lr()[0], s.gamma)
p = nn.Parameter(torch.ones(2)); o = torch.optim.SGD([p], lr=1.0); s = torch.optim.lr_scheduler.CosineAnnealingLR(o, T_max=2, eta_min=0.0)
for _ in range(3):
    o.step(); s.step(); print(s.get_last_lr()[0])
print(s.T_max, s.eta_min)
p = nn.Parameter(torch.ones(2)); o = torch.optim.SGD([p], lr=1.0); s = torch.optim.lr_scheduler.LambdaLR(o, lambda e: 1 / (e + 1))
for _ in range(3):
    o.step(); s.step(); print(s.get_last_lr(), s.last_epoch)
o = torch.optim.SGD([nn.Parameter(torch.ones(1))], lr=1.0); s = torch.optim.lr_scheduler.OneCycleLR(o, max_lr=2.0, total_steps=4)
for _ in range(4): print(f"{s.get_last_lr()[0]:.4f}"); o.step(); s.step() if _ < 3 else None
