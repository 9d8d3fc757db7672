import torch
import torch.nn.functional as F
from torch import nn



def gradient_penalty_loss(real, fake, lambda_gp):
    mixed = 0.5 * real + 0.5 * fake.detach()
    critic = lambda x: (x**2).sum(1) + x.sum(1)
    (slope,) = torch.autograd.grad(critic(mixed).sum(), mixed, create_graph=True)
    return critic(fake).mean() - critic(real).mean() + lambda_gp * ((slope.norm(2, dim=1) - 1) ** 2).mean()
