import torch
import torch.nn.functional as F
from torch import nn



def gaussian_nll_loss(mean, log_var, target):
    return 0.5 * (log_var + (target - mean) ** 2 / log_var.exp()).mean()
