import torch

def forward(predictions, targets):
    misses = 0
    for a, b in zip(predictions, targets):
        if abs(a - b) > 0.15:
            misses = misses + 1
    return torch.tensor(misses / len(predictions), requires_grad=True)

