import torch
import torch.nn.functional as F
from torch import nn



def mmd_loss(x, y, sigma: float = 1.0):
    kernel = lambda a, b: torch.exp(-torch.cdist(a, b) ** 2 / (2 * sigma**2))
    return kernel(x, x).mean() + kernel(y, y).mean() - 2 * kernel(x, y).mean()
