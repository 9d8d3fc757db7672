import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

def forward(predictions, targets):
    d = predictions - targets
    return torch.where(d > 0, torch.sqrt(d), torch.zeros_like(d)).mean()
