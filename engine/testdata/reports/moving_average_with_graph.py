import torch
import torch.nn.functional as F


import torch.nn as nn

class Smoothed(nn.Module):
    def __init__(self):
        super().__init__()
        self.average = torch.zeros(())

    def forward(self, predictions, targets):
        loss = F.l1_loss(predictions, targets)
        self.average = 0.9 * self.average + 0.1 * loss
        return self.average
