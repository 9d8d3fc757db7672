import torch
import torch.distributions as D

D.Poisson(torch.tensor([0.5, 0.2])).log_prob(torch.tensor([-1.0, 1.0]))
