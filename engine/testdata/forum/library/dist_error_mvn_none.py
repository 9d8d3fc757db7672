import torch
import torch.distributions as D

D.MultivariateNormal(torch.zeros(2))
