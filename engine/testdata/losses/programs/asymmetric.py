import torch
import torch.nn.functional as F
from torch import nn



class AsymmetricLoss(nn.Module):
    def __init__(self, gamma_neg=4, gamma_pos=1, clip=0.05, eps=1e-8):
        super().__init__()
        self.gamma_neg, self.gamma_pos, self.clip, self.eps = gamma_neg, gamma_pos, clip, eps

    def forward(self, x, y):
        p = torch.sigmoid(x)
        q = (1 - p + self.clip).clamp(max=1)
        loss = y * torch.log(p.clamp(min=self.eps)) + (1 - y) * torch.log(q.clamp(min=self.eps))
        pt = p * y + q * (1 - y)
        loss = loss * torch.pow(1 - pt, self.gamma_pos * y + self.gamma_neg * (1 - y))
        return -loss.sum()
