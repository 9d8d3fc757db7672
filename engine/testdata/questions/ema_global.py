import torch
import torch.nn.functional as F


total_loss = 0


def forward(predictions, targets):
    global total_loss
    total_loss += F.mse_loss(predictions, targets)
    return total_loss
