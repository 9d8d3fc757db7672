# moons-binary
import torch


def forward(predictions, targets):
    p = torch.softmax(predictions, dim=-1).clamp(1e-7, 1 - 1e-7)
    return -(targets * p.log() + (1 - targets) * (1 - p).log()).mean()
