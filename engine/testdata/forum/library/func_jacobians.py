import torch

from torch.func import jacrev, jacfwd, hessian, vmap, vjp, jvp

x = torch.tensor([1.0, -2.0, 0.5])
g = lambda x: torch.stack([x.sum(), (x ** 2).sum()])
print(jacrev(g)(x))
print(jacfwd(torch.exp)(x))
print(hessian(lambda x: (x ** 3).sum() + x.prod())(x))
y, pull = vjp(torch.sin, x)
print(y, pull(torch.ones(3)))
print(jvp(torch.sin, (x,), (torch.ones(3),)))
print(vmap(torch.dot)(torch.arange(6.0).reshape(2, 3), torch.ones(2, 3)))
print(vmap(lambda a, b: a * b, in_dims=(0, None))(torch.arange(4.0), torch.tensor(3.0)))
print(torch.vmap(lambda a: a.sum(), in_dims=1)(torch.arange(6.0).reshape(2, 3)))
print(vmap(jacrev(torch.exp))(x))
