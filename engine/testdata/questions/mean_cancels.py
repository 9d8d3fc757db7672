import torch


def forward(predictions, targets):
    return (predictions - targets).mean().abs()
