import torch
import torch.nn.functional as F


def forward(predictions, targets):
    return torch.sqrt(F.mse_loss(torch.log1p(predictions), torch.log1p(targets)))
