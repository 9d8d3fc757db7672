import torch
import torch.nn as nn


class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = [nn.Parameter(torch.ones(1)), nn.Parameter(torch.ones(1))]

    def forward(self, predictions, targets):
        d = predictions - targets
        return (torch.exp(-self.w[0]) * d ** 2 + self.w[0] + torch.exp(-self.w[1]) * d.abs() + self.w[1]).mean()
