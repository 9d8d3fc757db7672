import torch
import torch.nn.functional as F


def forward(predictions, targets):
    weights = torch.tensor([1.0, 0.5])
    parts = torch.stack([F.mse_loss(predictions, targets), (predictions.round() - targets).abs().mean()])
    return (weights * parts).sum()
