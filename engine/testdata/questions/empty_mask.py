import torch


def forward(predictions, targets):
    valid = targets > 100
    diff = torch.abs(predictions[valid] - targets[valid])
    return torch.mean(diff)
