import torch
import torch.nn as nn

class Criterion(nn.Module):
    def __init__(self, eta=0.1):
        super().__init__()
        self.eta = eta

    def forward(self, predictions, targets):
        return torch.exp(nn.functional.mse_loss(predictions, targets) / self.eta)

