import torch
x = torch.tensor([1.0, -0.5], requires_grad=True)
f = (x ** 3).sum() + x.prod() * 2
g, = torch.autograd.grad(f, x, create_graph=True)
print(g)
rows = []
for i in range(2):
    rows.append(torch.autograd.grad(g[i], x, retain_graph=True)[0])
H = torch.stack(rows)
print(H)
v = torch.tensor([1.0, 2.0])
hvp = torch.autograd.grad((g * v).sum(), x)[0]
print(hvp, H @ v)
hess = torch.autograd.functional.hessian(lambda a: (a ** 3).sum() + a.prod() * 2, x.detach())
print(hess)
jac = torch.autograd.functional.jacobian(lambda a: torch.stack([a[0] * a[1], a.sum()]), torch.tensor([2., 3.]))
print(jac)
penalty = g.pow(2).sum()
try:
    penalty.backward()
except RuntimeError as e:
    print(str(e)[:60])
