import torch
import torch.nn.functional as F
from torch import nn



class DiceLoss(nn.Module):
    def __init__(self, smooth=1.0):
        super().__init__()
        self.smooth = smooth

    def forward(self, logits, masks):
        p = torch.sigmoid(logits).flatten(1)
        t = masks.flatten(1)
        overlap = (p * t).sum(1)
        return (1 - (2 * overlap + self.smooth) / (p.sum(1) + t.sum(1) + self.smooth)).mean()
