import torch
import torch.distributions as D

D.Normal(torch.tensor(float('nan')), 1.0)
