# moons-binary
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return F.binary_cross_entropy(predictions, targets)
