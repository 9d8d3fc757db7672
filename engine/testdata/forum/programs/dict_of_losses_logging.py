import torch
from collections import defaultdict
torch.manual_seed(0)
log = defaultdict(lambda: defaultdict(float))
w = torch.nn.Parameter(torch.tensor([0.1, -0.2]))
opt = torch.optim.SGD([w], lr=0.5)
data = [(torch.tensor([1., 0.]), 1.0), (torch.tensor([0., 1.]), -1.0), (torch.tensor([1., 1.]), 0.0)]
for epoch in range(2):
    for i, (x, y) in enumerate(data):
        pred = w @ x
        losses = {'mse': (pred - y) ** 2, 'reg': 0.01 * w.square().sum()}
        total = sum(losses.values())
        opt.zero_grad(); total.backward(); opt.step()
        for k, v in {**losses, 'total': total}.items():
            log[epoch][k] += v.detach().item() / len(data)
    print(f"epoch {epoch}: " + ", ".join(f"{k}={v:.4f}" for k, v in sorted(log[epoch].items())))
print({e: {k: round(v, 3) for k, v in d.items()} for e, d in log.items()})
print(w, opt.param_groups[0]['lr'], len(opt.state_dict()['param_groups']) if hasattr(opt, 'state_dict') else 1)
