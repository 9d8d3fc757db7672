import torch
import torch.nn as nn
import torch.nn.functional as F


def forward(predictions, targets):
    w = nn.Parameter(torch.tensor(0.5))
    return w * F.mse_loss(predictions, targets) + (1 - w) * F.l1_loss(predictions, targets)
