import torch
import torch.nn.functional as F
from torch import nn



import math


def crps_loss(output, target):
    mu, sigma = output[:, :1], F.softplus(output[:, 1:2]) + 1e-3
    z = (target - mu) / sigma
    cdf = 0.5 * (1 + torch.erf(z / math.sqrt(2)))
    pdf = torch.exp(-0.5 * z**2) / math.sqrt(2 * math.pi)
    return (sigma * (z * (2 * cdf - 1) + 2 * pdf - 1 / math.sqrt(math.pi))).mean()
