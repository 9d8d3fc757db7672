import torch

from torch.func import grad, vmap

a = torch.tensor([0.5, 1.5], requires_grad=True)
u = lambda t: torch.tanh(a[0] * t) + a[1] * t ** 2
ts = torch.linspace(0, 1, 5)
residual = vmap(grad(grad(u)))(ts) - ts
loss = (residual ** 2).mean()
print(loss)
loss.backward()
print(a.grad)
