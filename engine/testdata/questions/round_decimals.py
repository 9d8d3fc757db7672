import torch


def forward(predictions, targets):
    p = torch.round(predictions * 10) / 10
    return ((p - targets).abs()).mean()
