import torch
import torch.nn.functional as F
from torch import nn



def triplet_loss(anchor, positive, negative, margin):
    near = (anchor - positive).pow(2).sum(1)
    far = (anchor - negative).pow(2).sum(1)
    return F.relu(near - far + margin).mean()
