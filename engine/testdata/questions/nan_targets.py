import torch
import torch.nn.functional as F


def forward(predictions, targets):
    t = targets.clone()
    t[3] = float('nan')
    return F.mse_loss(predictions, t)
