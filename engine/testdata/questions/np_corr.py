import torch
import numpy as np


def forward(predictions, targets):
    p = predictions.detach().cpu().numpy().flatten()
    t = targets.cpu().numpy().flatten()
    r = np.corrcoef(p, t)[0, 1]
    return 1 - torch.from_numpy(np.array(r))
