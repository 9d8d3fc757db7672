import torch
import torch.nn.functional as F


def forward(predictions, targets):
    loss = F.mse_loss(predictions, targets)
    g = torch.autograd.grad(loss, predictions)[0]
    return loss + (g ** 2).mean()
