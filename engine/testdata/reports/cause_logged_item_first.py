import torch

def forward(predictions, targets):
    print("mae", round((predictions - targets).abs().mean().item(), 4))
    hits = (predictions - targets).abs() < 0.5
    return 1 - hits.float().mean()

