import torch
from torch import lgamma, digamma

def beta_nll(y, a, b):
    return -((a - 1) * y.log() + (b - 1) * (1 - y).log() - (lgamma(a) + lgamma(b) - lgamma(a + b)))

raw = torch.tensor([[0.1, 0.5], [-1.0, 2.0], [0.3, -0.7]], requires_grad=True)
a, b = (torch.nn.functional.softplus(raw) + 1e-3).unbind(dim=-1)
y = torch.tensor([0.2, 0.7, 0.95])
nll = beta_nll(y, a, b)
nll.mean().backward()
print(nll)
print(raw.grad)
entropy = (lgamma(a) + lgamma(b) - lgamma(a + b)) - (a - 1) * digamma(a) - (b - 1) * digamma(b) + (a + b - 2) * digamma(a + b)
print(entropy.detach(), torch.special.digamma(torch.tensor(1.0)))
