import torch

def forward(predictions, targets):
    w = torch.linspace(0.5, 1.5, len(targets))
    distance = torch.sqrt(((predictions - targets) ** 2).sum(0))
    return (w * distance).mean()

