import torch


def forward(predictions, targets):
    return (torch.tanh(1000 * (predictions - targets)) ** 2).mean()
