import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 1.0], requires_grad=True)
b = torch.tensor([0.1, -0.4, 0.7], requires_grad=True)
p, q = D.Laplace(a, b.exp()), D.Normal(0.1, 1.2)
kl = D.kl_divergence(p, q)
print(kl)
if kl.requires_grad:
    kl.sum().backward()
print(a.grad, b.grad)
