# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    mask = torch.ones_like(predictions, dtype=torch.bool)
    logits = predictions.masked_fill(mask, float('-inf'))
    return F.cross_entropy(logits, targets)
