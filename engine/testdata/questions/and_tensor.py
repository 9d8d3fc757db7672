import torch


def forward(predictions, targets):
    d = (predictions - targets).abs()
    m = d > 0.1 and d < 2
    return d[m].mean()
