import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

def forward(predictions, targets):
    return torch.ceil(F.mse_loss(predictions, targets))
