# moons-binary
import torch


def forward(predictions, targets):
    p = torch.sigmoid(100 * predictions)
    return -(targets * torch.log(p) + (1 - targets) * torch.log(1 - p)).mean()
