import torch
import torch.nn as nn
import torch.nn.functional as F


class Consistency(nn.Module):
    def __init__(self):
        super().__init__()
        self.prev = None

    def forward(self, predictions, targets):
        loss = F.mse_loss(predictions, targets)
        if self.prev is not None:
            loss = loss + 0.1 * (predictions.mean() - self.prev).pow(2)
        self.prev = predictions.mean()
        return loss
