import torch
import torch.nn.functional as F


def forward(predictions, targets):
    predictions = torch.tensor(predictions, dtype=torch.float32, requires_grad=True)
    return F.mse_loss(predictions, targets)
