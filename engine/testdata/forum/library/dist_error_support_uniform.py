import torch
import torch.distributions as D

D.Uniform(0.0, 1.0).log_prob(torch.tensor(1.5))
