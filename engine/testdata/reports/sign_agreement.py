import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return (1 - predictions.sign() * targets.sign()).mean()
