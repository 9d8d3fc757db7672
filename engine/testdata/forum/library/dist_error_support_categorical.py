import torch
import torch.distributions as D

D.Categorical(torch.tensor([0.5, 0.2])).log_prob(torch.tensor(2))
