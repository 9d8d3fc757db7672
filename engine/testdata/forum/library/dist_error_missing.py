import torch
import torch.distributions as D

D.Normal(torch.zeros(3))
