import torch
import torch.distributions as D

D.Normal('a', 1.0)
