import torch
import torch.distributions as D

D.Dirichlet(torch.ones(3)).log_prob(torch.tensor([0.5, 0.5]))
