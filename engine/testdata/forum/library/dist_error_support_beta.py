import torch
import torch.distributions as D

D.Beta(2.0, 3.0).log_prob(torch.tensor(1.5))
