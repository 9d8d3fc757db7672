import torch


def forward(predictions, targets):
    targets = targets.squeeze()
    return ((predictions - targets) ** 2).mean()
