import torch


def forward(predictions, targets):
    return max(0, (predictions - targets).abs().mean() - 10)
