import torch
import torch.nn.functional as F
import math


def forward(predictions, targets):
    return torch.tensor(math.sqrt(F.mse_loss(predictions, targets)), requires_grad=True)
