# moons-binary
import torch


def forward(predictions, targets):
    p = predictions > 0
    t = targets > 0.5
    inter = torch.logical_and(p, t).sum()
    union = torch.logical_or(p, t).sum()
    return 1 - inter / union
