import torch
import torch.nn.functional as F
import numpy as np


def forward(predictions, targets):
    mse = F.mse_loss(predictions, targets)
    return torch.tensor(np.log(mse.item()))
