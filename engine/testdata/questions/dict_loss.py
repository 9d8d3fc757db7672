import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return {'loss': F.mse_loss(predictions, targets)}
