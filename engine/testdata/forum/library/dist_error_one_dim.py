import torch
import torch.distributions as D

D.Categorical(torch.tensor(0.5))
