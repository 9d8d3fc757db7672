import torch

def forward(predictions, targets):
    parts = []
    for low, high in ((-3.0, 0.0), (0.0, 3.0)):
        inside = (targets >= low) & (targets < high)
        parts.append(((predictions - targets)[inside] ** 2).mean())
    return torch.as_tensor(parts).mean()

