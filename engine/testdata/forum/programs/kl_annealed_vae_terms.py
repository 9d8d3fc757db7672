import torch
from torch.nn import functional as F

def kl_normal(mu, logvar, free_bits=0.0):
    kl = -0.5 * (1 + logvar - mu.pow(2) - logvar.exp())
    return torch.clamp(kl, min=free_bits).sum(dim=-1).mean()

def reparam(mu, logvar):
    std = torch.exp(0.5 * logvar)
    eps = torch.randn_like(std)
    return eps.mul(std).add_(mu)

torch.manual_seed(6)
mu = torch.randn(3, 2, requires_grad=True)
logvar = torch.zeros(3, 2, requires_grad=True)
x = torch.rand(3, 2)
for step, beta in enumerate([0.0, 0.5, 1.0]):
    torch.manual_seed(step)
    z = reparam(mu, logvar)
    recon = F.binary_cross_entropy_with_logits(z, x, reduction='sum') / x.size(0)
    loss = recon + beta * kl_normal(mu, logvar, free_bits=0.05)
    mu.grad = logvar.grad = None
    loss.backward()
    print(f'{beta=} {recon=} {loss.item()=:.4f}')
    print(mu.grad.sum(), logvar.grad.flatten()[:3])
