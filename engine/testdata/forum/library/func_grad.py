import torch

from torch.func import grad, vmap, jacrev, jacfwd, hessian, grad_and_value, functional_call, vjp, jvp

x = torch.tensor([1.0, -2.0, 0.5])
f = lambda x: (x ** 3).sum()
print(grad(f)(x))
print(grad(lambda t: grad(torch.sin)(t))(torch.tensor(0.7)))
print(grad_and_value(f)(x))
print(grad(lambda a, b: (a * b ** 2).sum(), argnums=1)(x, x + 1))
print(grad(lambda a, b: (a * b ** 2).sum(), argnums=(0, 1))(x, x + 1))
print(grad(lambda a: (a.sum(), a * 2), has_aux=True)(x))
print(grad(lambda p: (p['w'] * x).sum() + p['b'])({'w': x * 2, 'b': torch.tensor(1.0)}))
