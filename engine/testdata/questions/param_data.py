import torch
import torch.nn as nn


class Robust(nn.Module):
    def __init__(self):
        super().__init__()
        self.scale = nn.Parameter(torch.tensor(1.0))

    def forward(self, predictions, targets):
        s = self.scale.detach()
        return (torch.abs(predictions - targets) / s + torch.log(s)).mean()
