import torch

def forward(predictions, targets):
    far = (predictions - targets).abs() > 2
    w = torch.where(far, 2.0, 1.0)
    return (w * (predictions.detach() - targets) ** 2).mean()

