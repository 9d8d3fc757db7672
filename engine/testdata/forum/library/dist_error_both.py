import torch
import torch.distributions as D

D.Categorical(torch.ones(2), torch.ones(2))
