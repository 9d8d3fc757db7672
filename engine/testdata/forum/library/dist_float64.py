import torch
import torch.distributions as D


a = torch.tensor([0.3, -1.2, 1.0], dtype=torch.float64, requires_grad=True)
for d in [D.Normal(a, 1.0), D.Laplace(a, 2.0), D.Gamma(a.exp(), 1.5), D.Beta(a.exp(), 2.0), D.StudentT(a.exp(), 0.0, 1.0), D.Gumbel(a, 1.0)]:
    lp = d.log_prob(torch.tensor([0.3, 0.2, 0.9], dtype=torch.float64)).sum()
    print(lp, torch.autograd.grad(lp, a)[0])
torch.manual_seed(1)
print(D.Gamma(a.exp(), 1.0).sample(), D.Normal(a, 1.0).sample(), D.Dirichlet(a.exp()).sample(), D.Poisson(a.exp() * 10).sample())
