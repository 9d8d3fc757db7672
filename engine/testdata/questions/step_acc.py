# moons-binary
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = torch.sigmoid(predictions)
    p[p >= 0.5] = 1.0
    p[p < 0.5] = 0.0
    return F.binary_cross_entropy(p, targets)
