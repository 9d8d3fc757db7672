import torch
x = torch.tensor([1., 2.], requires_grad=True)
def twice(f):
    x.grad = None
    y = f(x)
    y.sum().backward() if y.dim() else y.backward()
    try:
        (y.sum() if y.dim() else y).backward()
        print(x.grad)
    except RuntimeError as e:
        print(str(e)[:40])
for f in (lambda x: x + 1, lambda x: x * 2, lambda x: x.double(), lambda x: x.view(1, 2), lambda x: x - x, lambda x: 3 - x, lambda x: -x, lambda x: x / 2, lambda x: x.mean(), lambda x: x[0], lambda x: x[1:], lambda x: x[torch.tensor([0, 1])], lambda x: torch.cat([x, x]), lambda x: torch.stack([x, x]), lambda x: x.clone(), lambda x: x.exp(), lambda x: x ** 2, lambda x: x.relu(), lambda x: x.reshape(2, 1).t(), lambda x: x.unsqueeze(0).expand(3, 2), lambda x: x.flip(0), lambda x: x.repeat(2), lambda x: x.sum(0, keepdim=True), lambda x: x.cumsum(0), lambda x: x.roll(1), lambda x: torch.nn.functional.pad(x, (1, 1)), lambda x: x.split(1)[0], lambda x: torch.where(x > 1, x, 0 * x.detach()), lambda x: x.abs(), lambda x: x.clamp(0, 1), lambda x: x.max(), lambda x: torch.nn.functional.mse_loss(x, x.detach() + 1), lambda x: x.squeeze(), lambda x: x.diag(), lambda x: x.unbind(0)[1], lambda x: x.float().sum(), lambda x: x.masked_fill(x > 1, 0.), lambda x: x.tril() if x.dim() > 1 else x.view(1, 2).tril()):
    twice(f)
