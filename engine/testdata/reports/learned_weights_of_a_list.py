import torch
import torch.nn as nn

class Criterion(nn.Module):
    def __init__(self):
        super().__init__()
        self.eta = nn.Parameter(torch.zeros(2))

    def forward(self, predictions, targets):
        d = predictions - targets
        parts = [(d ** 2).mean(), d.abs().mean()]
        return (torch.Tensor(parts) * torch.exp(-self.eta) + self.eta).sum()

