import torch
import torch.distributions as D

D.Normal(torch.zeros(3), torch.ones(3)).log_prob(torch.zeros(2))
