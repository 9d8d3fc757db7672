import torch
import torch.distributions as D

D.Normal(0.0, -1.0)
