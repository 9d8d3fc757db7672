import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 2.0], requires_grad=True)
b = torch.tensor([0.1, -0.4, 0.7], requires_grad=True)
d = D.InverseGamma(a.exp() + 2, b.exp())
print(d)
for name in ["mean", "variance", "stddev", "mode"]:
    try:
        print(name, getattr(d, name).detach())
    except NotImplementedError as e:
        print(name, "none")
try:
    h = d.entropy()
    print(h.detach())
    h.sum().backward()
    print(a.grad, b.grad)
except NotImplementedError:
    print("no entropy")
for name in ["cdf", "icdf"]:
    try:
        print(name, getattr(d, name)(torch.tensor([0.5, 0.2, 0.9]) if name == "cdf" else torch.tensor(0.3)).detach())
    except NotImplementedError:
        print(name, "none")
print(d.has_rsample, d.support)
