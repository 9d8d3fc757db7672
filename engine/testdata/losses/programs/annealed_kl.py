import torch
import torch.nn.functional as F
from torch import nn



def annealed_loss(mu, logvar, epoch, step):
    weight = min(1.0, (step + 1) / 50) + 0.0 * epoch
    return weight * -0.5 * (1 + logvar - mu**2 - logvar.exp()).mean()
