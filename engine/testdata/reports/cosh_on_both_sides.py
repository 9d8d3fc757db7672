import math
import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

def forward(predictions, targets):
    d = 200 * (predictions - targets)
    return torch.log(torch.cosh(d)).mean()
