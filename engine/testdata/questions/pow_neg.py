import torch


def forward(predictions, targets):
    return ((predictions - targets) ** 1.5).mean()
