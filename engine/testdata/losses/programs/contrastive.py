import torch
import torch.nn.functional as F
from torch import nn



class ContrastiveLoss(nn.Module):
    def __init__(self, margin=2.0):
        super().__init__()
        self.margin = margin

    def forward(self, output1, output2, label):
        distance = F.pairwise_distance(output1, output2)
        return torch.mean((1 - label) * distance**2 + label * F.relu(self.margin - distance) ** 2)
