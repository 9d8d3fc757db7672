import torch
import torch.nn.functional as F
from torch import nn



def pinn_loss(u, target, x):
    (du,) = torch.autograd.grad(u.sum(), x, create_graph=True)
    (ddu,) = torch.autograd.grad(du.sum(), x, create_graph=True)
    residual = ddu + 0.1 * u
    return F.mse_loss(u, target) + 0.01 * residual.pow(2).mean()
