import torch
import torch.distributions as D

D.Bernoulli()
