import torch
import torch.nn as nn

w = torch.linspace(1.0, 2.0, 64).unsqueeze(1)

def forward(predictions, targets):
    each = nn.MSELoss(reduction="none")(predictions, targets)
    return (w * each).mean()

