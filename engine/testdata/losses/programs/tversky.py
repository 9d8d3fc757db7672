import torch
import torch.nn.functional as F
from torch import nn



class TverskyLoss(nn.Module):
    def __init__(self, alpha, beta, smooth):
        super().__init__()
        self.alpha, self.beta, self.smooth = alpha, beta, smooth

    def forward(self, logits, mask):
        p, t = torch.sigmoid(logits).reshape(-1), mask.reshape(-1)
        tp = (p * t).sum()
        fp, fn = (p * (1 - t)).sum(), ((1 - p) * t).sum()
        return 1 - (tp + self.smooth) / (tp + self.alpha * fp + self.beta * fn + self.smooth)
