import torch

from torch.autograd.functional import jacobian, hessian, vjp, jvp, hvp, vhp

x = torch.tensor([1.0, -2.0, 0.5])
y = torch.tensor([2.0, 1.0, -1.0])
print(jacobian(lambda x: x ** 2, x))
print(jacobian(lambda x, y: x * y.sum(), (x, y)))
print(jacobian(lambda x: (x.sum(), x * 2), x))
print(hessian(lambda x: (x ** 3).sum(), x))
print(hessian(lambda x, y: (x * y ** 2).sum(), (x, y)))
print(vjp(lambda x: x ** 2, x, torch.ones(3)))
print(jvp(lambda x: x ** 2, x, torch.ones(3)))
print(hvp(lambda x: (x ** 3).sum(), x, torch.ones(3)))
print(vhp(lambda x: (x ** 3).sum(), x, torch.ones(3)))
print(torch.autograd.functional.jacobian(torch.exp, x).diagonal())
