import torch
import torch.distributions as D

D.Poisson(torch.tensor(1.0)).rsample()
