import torch
torch.manual_seed(0)
target = torch.tensor([1.0, -2.0, 0.5])
for name, kw in [('SGD', dict(lr=0.1)), ('SGD', dict(lr=0.1, momentum=0.9, nesterov=True)), ('Adam', dict(lr=0.1)),
                 ('AdamW', dict(lr=0.1, weight_decay=0.1)), ('RMSprop', dict(lr=0.05)), ('Adagrad', dict(lr=0.5))]:
    p = torch.zeros(3, requires_grad=True)
    opt = getattr(torch.optim, name)([p], **kw)
    for _ in range(10):
        opt.zero_grad(set_to_none=True)
        loss = ((p - target) ** 2).sum() + p.abs().sum() * 0.01
        loss.backward()
        opt.step()
    print(f'{name:<8} {loss.item():.6f} {p.data}')
