# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return F.nll_loss(predictions, targets)
