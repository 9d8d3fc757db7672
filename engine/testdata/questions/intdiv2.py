import torch


def forward(predictions, targets):
    return ((predictions - targets) ** 2).sum() * (1 // len(targets))
