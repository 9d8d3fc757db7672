import torch
import torch.nn.functional as F


def forward(predictions, targets):
    total = 0.0
    for p, t in zip(predictions, targets):
        total += ((p - t) ** 2).item()
    return torch.tensor(total / len(targets))
