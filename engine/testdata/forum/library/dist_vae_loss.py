import torch
import torch.distributions as D


mu = torch.tensor([[0.5, -1.0], [0.1, 0.0]], requires_grad=True)
log_var = torch.tensor([[0.2, -0.3], [0.0, 1.0]], requires_grad=True)
recon = torch.tensor([[0.2, 0.9, 0.4], [0.5, 0.1, 0.7]], requires_grad=True)
x = torch.tensor([[0.0, 1.0, 1.0], [1.0, 0.0, 1.0]])
torch.manual_seed(0)
q = D.Normal(mu, torch.exp(0.5 * log_var))
z = q.rsample()
prior = D.Normal(torch.zeros_like(mu), torch.ones_like(mu))
kl = D.kl_divergence(q, prior).sum(-1)
mc = (q.log_prob(z) - prior.log_prob(z)).sum(-1)
ll = D.Independent(D.Bernoulli(probs=recon), 1).log_prob(x)
loss = (kl - ll).mean() + 0.1 * mc.mean()
print(loss, z.detach())
loss.backward()
print(mu.grad, log_var.grad, recon.grad)
