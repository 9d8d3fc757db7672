import torch
import torch.nn.functional as F


history = []


def forward(predictions, targets):
    history.append(F.mse_loss(predictions, targets))
    return torch.stack(history).mean()
