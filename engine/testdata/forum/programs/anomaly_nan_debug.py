import torch
x = torch.tensor([0.0, 1.0, 4.0], requires_grad=True)
y = torch.sqrt(x)
y.sum().backward()
print(y, x.grad, torch.isnan(x.grad).any(), torch.isinf(x.grad))
x.grad = None
d = torch.cdist(x[:, None], x[:, None])
d.sum().backward()
print(x.grad)
x.grad = None
safe = torch.where(x > 0, x.clamp(min=1e-12).log(), torch.zeros_like(x))
safe.sum().backward()
print(safe, x.grad)
x.grad = None
bad = torch.where(x > 0, x.log(), torch.zeros_like(x))
bad.sum().backward()
print(bad, x.grad)
print(torch.tensor(0.) / 0, torch.log(torch.tensor(-1.)), torch.tensor(1.) / 0, 0.0 * float('inf'), torch.nan_to_num(torch.tensor([float('nan'), float('inf')])))
n = torch.zeros(3, requires_grad=True)
n.norm().backward()
print(n.grad, torch.tensor([float('nan'), 1.]).max(), torch.tensor([1., float('nan')]).nanmean(), torch.nansum(torch.tensor([1., float('nan')])))
assert not torch.isnan(safe).any()
print(safe.isfinite().all().item())
