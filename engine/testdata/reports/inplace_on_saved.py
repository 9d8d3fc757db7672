import torch
import torch.nn.functional as F


def forward(predictions, targets):
    w = torch.exp(predictions)
    loss = (w * (predictions - targets) ** 2).mean()
    w += 1
    return loss + w.mean()
