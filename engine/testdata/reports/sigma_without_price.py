import torch
import torch.nn.functional as F


import torch.nn as nn

class Uncertain(nn.Module):
    def __init__(self):
        super().__init__()
        self.log_sigma = nn.Parameter(torch.zeros(1))

    def forward(self, predictions, targets):
        return (torch.exp(-self.log_sigma) * (predictions - targets) ** 2).mean()
