import torch
import torch.distributions as D

D.Dirichlet(torch.tensor([1.0, 0.0]))
