import torch
import torch.nn.functional as F
import numpy as np


def forward(predictions, targets):
    p = predictions.detach().numpy()
    p = np.clip(p, -1, 1)
    p = torch.from_numpy(p)
    return F.mse_loss(p, targets)
