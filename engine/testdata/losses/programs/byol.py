import torch
import torch.nn.functional as F
from torch import nn



def byol_loss(online, target):
    return (2 - 2 * (F.normalize(online, dim=-1) * F.normalize(target.detach(), dim=-1)).sum(-1)).mean()
