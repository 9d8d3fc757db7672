import torch
from torch.optim.lr_scheduler import StepLR, CosineAnnealingLR, ExponentialLR, LambdaLR

def run(make, n=5):
    w = torch.nn.Parameter(torch.tensor([1.0]))
    opt = torch.optim.SGD([w], lr=0.1)
    sch = make(opt)
    lrs = []
    for _ in range(n):
        opt.zero_grad()
        (w ** 2).sum().backward()
        opt.step()
        lrs.append(opt.param_groups[0]['lr'])
        sch.step()
    return lrs, w.item(), sch.get_last_lr()

for name, make in {
    'step': lambda o: StepLR(o, step_size=2, gamma=0.5),
    'cos': lambda o: CosineAnnealingLR(o, T_max=4),
    'exp': lambda o: ExponentialLR(o, gamma=0.9),
    'lambda': lambda o: LambdaLR(o, lr_lambda=lambda e: 1 / (e + 1)),
}.items():
    lrs, w, last = run(make)
    print(name, [f'{l:.5f}' for l in lrs], f'{w:.6f}', last)
