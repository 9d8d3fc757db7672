import torch
import torch.nn.functional as F


seen = []

def forward(predictions, targets):
    loss = F.mse_loss(predictions, targets)
    seen.append(loss)
    return sum(seen) / len(seen)
