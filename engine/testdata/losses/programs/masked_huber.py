import torch
import torch.nn.functional as F
from torch import nn



def masked_huber_loss(pred, target, mask, delta):
    loss = F.huber_loss(pred, target, reduction="none", delta=delta)
    return (loss * mask).sum() / mask.sum().clamp(min=1)
