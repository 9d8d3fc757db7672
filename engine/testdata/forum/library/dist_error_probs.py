import torch
import torch.distributions as D

D.Bernoulli(torch.tensor([0.5, 1.2]))
