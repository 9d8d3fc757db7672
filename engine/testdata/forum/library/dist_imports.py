from torch.distributions import Normal, Categorical, kl_divergence, constraints
from torch.distributions.normal import Normal as N2
from torch.distributions.multivariate_normal import MultivariateNormal
from torch.distributions.mixture_same_family import MixtureSameFamily
from torch.distributions.studentT import StudentT
from torch.distributions.kl import kl_divergence as kl2
import torch.distributions.transforms as T
import torch.distributions as dist

d = dist.Normal(torch.zeros(2), torch.ones(2))
print(isinstance(d, Normal), isinstance(d, dist.Distribution), isinstance(d, Categorical), Normal is N2)
print(type(d).__name__, constraints.positive, d.support)
t = T.ExpTransform()
print(t(torch.tensor([0.0, 1.0])), t.inv(torch.tensor([1.0, 2.0])), t)
print(T.ComposeTransform([T.ExpTransform(), T.AffineTransform(0.0, 2.0)]))
print(t.log_abs_det_jacobian(torch.tensor(1.5), t(torch.tensor(1.5))), t.bijective, t.sign)
x = torch.tensor([0.1, 0.7])
print(torch.exp(d.log_prob(x)), d.perplexity())
print(Categorical(logits=torch.zeros(3)).enumerate_support(), dist.Bernoulli(torch.tensor([0.2, 0.3])).enumerate_support())
