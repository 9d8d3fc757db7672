# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return F.cross_entropy(predictions, targets.unsqueeze(1))
