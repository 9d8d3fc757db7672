import torch

x = torch.tensor([0.3, 1.2, 2.5, 0.05], requires_grad=True)
z = torch.tensor([-3.0, -0.5, 0.0, 2.0, 30.0], requires_grad=True)
for name in ["i0", "i0e", "i1", "i1e", "ndtr", "log_ndtr", "sinc", "expit", "entr", "gammaln", "psi", "erf", "erfc"]:
    v = x if name in ("entr", "gammaln", "psi", "sinc") else z[:4] if name in ("i0", "i1", "sinc") else z
    y = getattr(torch.special, name)(v)
    print(name, y.detach())
    print(torch.autograd.grad(y.sum(), x if v is x else z)[0])
p = torch.tensor([0.01, 0.3, 0.975], requires_grad=True)
y = torch.special.ndtri(p)
print(y.detach(), torch.autograd.grad(y.sum(), p)[0])
print(torch.special.erfcx(x).detach(), torch.special.gammainc(torch.tensor([0.5, 2.0, 4.0]), torch.tensor([0.3, 2.5, 3.0])), torch.special.gammaincc(torch.tensor([0.5, 30.0]), torch.tensor([0.3, 25.0])))
print(torch.i0(x).detach(), torch.sinc(x).detach())
