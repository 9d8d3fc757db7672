import torch
import torch.nn as nn


class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = torch.ones(1, requires_grad=True)

    def forward(self, predictions, targets):
        return (self.w ** 2 * (predictions - targets) ** 2).mean()
