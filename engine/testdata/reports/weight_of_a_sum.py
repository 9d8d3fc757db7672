import torch
import torch.nn.functional as F


def forward(predictions, targets):
    weight = torch.linspace(1, 2, len(targets)).unsqueeze(1)
    error = torch.mean((predictions - targets) ** 2, dim=0)
    return torch.sum(weight * error)
