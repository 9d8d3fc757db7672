# moons-binary
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = F.softmax(predictions, dim=1)
    return F.binary_cross_entropy(p, targets)
