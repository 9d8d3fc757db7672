import torch
import torch.distributions as D


d = D.Normal(torch.tensor([0.0]), torch.tensor([-1.0]), validate_args=False)
print(d.scale, d)
print(D.Bernoulli(0.3, validate_args=False).log_prob(torch.tensor(0.5)))
D.Distribution.set_default_validate_args(False)
print(D.Uniform(0.0, 1.0).log_prob(torch.tensor(1.5)))
D.Distribution.set_default_validate_args(True)
c = D.Categorical(logits=torch.tensor([0.1, 0.2, 0.7]))
print(c)
print(c.probs)
print(c)
print(D.Normal(torch.zeros(1), torch.ones(1)), D.Bernoulli(0.25), D.MixtureSameFamily(D.Categorical(torch.ones(2)), D.Normal(torch.zeros(2), torch.ones(2))))
