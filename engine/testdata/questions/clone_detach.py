import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = predictions.clone().detach().requires_grad_(True)
    return F.huber_loss(p, targets)
