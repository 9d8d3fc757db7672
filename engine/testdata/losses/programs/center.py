import torch
import torch.nn.functional as F
from torch import nn



class CenterLoss(nn.Module):
    def __init__(self, num_classes, feat_dim):
        super().__init__()
        self.centers = nn.Parameter(torch.zeros(num_classes, feat_dim))

    def forward(self, features, labels):
        return ((features - self.centers[labels]) ** 2).sum(1).mean() / 2
