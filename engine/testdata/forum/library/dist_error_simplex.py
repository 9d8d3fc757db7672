import torch
import torch.distributions as D

D.OneHotCategorical(torch.ones(3)).log_prob(torch.tensor([0.0, 1.0, 1.0]))
