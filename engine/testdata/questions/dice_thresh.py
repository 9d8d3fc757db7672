# moons-binary
import torch


def forward(predictions, targets):
    p = (torch.sigmoid(predictions) > 0.5).float()
    inter = (p * targets).sum()
    return 1 - (2 * inter + 1) / (p.sum() + targets.sum() + 1)
