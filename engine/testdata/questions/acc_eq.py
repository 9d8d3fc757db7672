# moons-binary
import torch


def forward(predictions, targets):
    pred = torch.round(torch.sigmoid(predictions))
    return 1 - (pred == targets).float().mean()
