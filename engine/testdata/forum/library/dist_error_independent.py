import torch
import torch.distributions as D

D.Independent(D.Normal(0.0, 1.0), 1)
