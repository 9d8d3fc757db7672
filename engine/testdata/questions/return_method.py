import torch


def forward(predictions, targets):
    return ((predictions - targets) ** 2).mean
