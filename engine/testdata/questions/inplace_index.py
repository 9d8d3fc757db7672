import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = torch.tanh(predictions)
    p[:, 0] = p[:, 0] * 2
    return F.mse_loss(p, targets)
