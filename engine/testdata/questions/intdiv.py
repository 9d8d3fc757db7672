import torch


def forward(predictions, targets):
    n = predictions.size(0)
    w = torch.arange(n) // n
    return (w.unsqueeze(1) * (predictions - targets) ** 2).mean()
