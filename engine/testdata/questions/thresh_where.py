# moons-binary
import torch


def forward(predictions, targets):
    p = torch.sigmoid(predictions)
    hard = torch.where(p > 0.5, torch.ones_like(p), torch.zeros_like(p))
    return ((hard - targets) ** 2).mean()
