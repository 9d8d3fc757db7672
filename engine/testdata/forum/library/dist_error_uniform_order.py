import torch
import torch.distributions as D

D.Uniform(1.0, 0.0)
