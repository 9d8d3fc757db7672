import torch
import torch.nn.functional as F
from torch import nn



class QuantileLoss(nn.Module):
    def __init__(self, quantiles=(0.1, 0.5, 0.9)):
        super().__init__()
        self.register_buffer("q", torch.tensor(quantiles))

    def forward(self, predictions, target):
        error = target - predictions
        pinball = torch.max(self.q * error, (self.q - 1) * error).mean()
        crossing = F.relu(predictions[:, :-1] - predictions[:, 1:]).mean()
        return pinball + crossing
