import torch
import torch.distributions as D

D.kl_divergence(D.Normal(0.0, 1.0), D.Bernoulli(0.5))
