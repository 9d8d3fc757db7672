import torch

def tukey_biweight(r, c=4.685):
    inside = (c ** 2 / 6) * (1 - (1 - (r / c) ** 2) ** 3)
    return torch.where(r.abs() <= c, inside, torch.full_like(r, c ** 2 / 6))

def cauchy(r, c=1.0): return 0.5 * c**2 * torch.log1p((r / c)**2)
def geman_mcclure(r): return 2 * r**2 / (r**2 + 4)
def welsch(r, c=1.): return c * c / 2 * (1 - torch.exp(-((r / c) ** 2)))
def epsilon_insensitive(r, eps=.5): return torch.clamp_min(r.abs() - eps, 0)
def expectile(r, tau=.9): return torch.abs(tau - (r < 0).float()) * r**2
def linex(r, a=.5): return (a * r).exp() - a * r - 1

r = torch.tensor([-6., -1., -0.25, 0.0, 0.4, 2., 10.], requires_grad=True)
for f in [tukey_biweight, cauchy, geman_mcclure, welsch, epsilon_insensitive, expectile, linex]:
    l = f(r)
    g = torch.autograd.grad(l.sum(), r)[0]
    print(f'{f.__name__:20s}', ' '.join(f'{v:9.4f}' for v in l.tolist()))
    print(' ' * 20, ' '.join(f'{v:9.4f}' for v in g))
