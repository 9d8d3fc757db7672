import torch


def forward(predictions, targets):
    return ((torch.log(predictions + 1) - torch.log(targets + 1)) ** 2).mean()
