import torch
import torch.nn as nn
import torch.nn.functional as F


class Loss(nn.Module):
    def __init__(self):
        super().__init__()
        self.running = 0

    def forward(self, predictions, targets):
        loss = F.mse_loss(predictions, targets)
        self.running = 0.9 * self.running + 0.1 * loss
        return self.running
