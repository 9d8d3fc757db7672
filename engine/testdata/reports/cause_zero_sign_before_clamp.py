import torch

def forward(predictions, targets):
    side = torch.sign(predictions - targets)
    weight = torch.where(side > 0, 2.0, 1.0)
    return (weight * (predictions.clamp(9, 46) - targets).abs()).mean()

