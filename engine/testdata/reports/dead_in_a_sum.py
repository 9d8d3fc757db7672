import torch
import torch.nn.functional as F


def forward(predictions, targets):
    mse = F.mse_loss(predictions, targets)
    bias = torch.abs(predictions.mean() - targets.mean()).detach()
    return sum([mse, 0.3 * bias])
