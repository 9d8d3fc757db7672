import torch
from torch.distributions import Normal

def forward(predictions, targets):
    return -Normal(predictions, torch.tensor(0.7)).log_prob(targets).mean()

