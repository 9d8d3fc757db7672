import torch
import torch.nn.functional as F
from torch import nn



def sigmoid_focal_loss(logits, targets, alpha: float, gamma: float):
    p = torch.sigmoid(logits)
    ce = F.binary_cross_entropy_with_logits(logits, targets, reduction="none")
    p_t = p * targets + (1 - p) * (1 - targets)
    weight = alpha * targets + (1 - alpha) * (1 - targets)
    return (weight * (1 - p_t) ** gamma * ce).mean()
