import torch
import torch.nn.functional as F
from torch import nn



class SupConLoss(nn.Module):
    def __init__(self, temperature=0.1):
        super().__init__()
        self.temperature = temperature

    def forward(self, features, labels):
        features = F.normalize(features, dim=1)
        logits = features @ features.T / self.temperature
        same = (labels[:, None] == labels[None, :]).float()
        others = 1 - torch.eye(len(labels))
        same = same * others
        log_prob = logits - torch.log((torch.exp(logits) * others).sum(1, keepdim=True))
        counts = same.sum(1).clamp(min=1)
        return -((same * log_prob).sum(1) / counts).mean()
