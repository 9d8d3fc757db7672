import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return F.binary_cross_entropy_with_logits(predictions, targets)
