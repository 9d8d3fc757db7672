import torch


def forward(predictions, targets):
    d = (predictions - targets).abs()
    if d < 1:
        return (0.5 * d ** 2).mean()
    return (d - 0.5).mean()
