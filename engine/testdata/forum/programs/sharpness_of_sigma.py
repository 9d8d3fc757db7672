import torch
from torch.distributions import Normal, kl_divergence

torch.manual_seed(0)
mu = torch.randn(4, requires_grad=True)
log_sigma = torch.zeros(4, requires_grad=True)
dist = Normal(mu, log_sigma.exp())
y = torch.tensor([0.3, -0.2, 1.5, 0.0])
nll = -dist.log_prob(y).mean()
prior = Normal(torch.zeros(4), torch.ones(4))
kl = kl_divergence(dist, prior).sum()
loss = nll + 0.1 * kl
loss.backward()
print(nll.item(), kl.item())
print(mu.grad, log_sigma.grad)
