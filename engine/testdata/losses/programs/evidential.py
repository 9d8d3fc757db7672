import torch
import torch.nn.functional as F
from torch import nn



import math


def evidential_loss(gamma, nu, alpha, beta, y):
    nu, alpha, beta = F.softplus(nu) + 0.1, F.softplus(alpha) + 1.1, F.softplus(beta) + 0.1
    omega = 2 * beta * (1 + nu)
    nll = (
        0.5 * torch.log(math.pi / nu)
        - alpha * torch.log(omega)
        + (alpha + 0.5) * torch.log(nu * (y - gamma) ** 2 + omega)
        + torch.lgamma(alpha)
        - torch.lgamma(alpha + 0.5)
    )
    return (nll + 0.01 * (y - gamma).abs() * (2 * nu + alpha)).mean()
