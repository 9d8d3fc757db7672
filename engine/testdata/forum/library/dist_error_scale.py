import torch
import torch.distributions as D

D.Normal(torch.tensor([0.0, 1.0]), torch.tensor([1.0, -1.0]))
