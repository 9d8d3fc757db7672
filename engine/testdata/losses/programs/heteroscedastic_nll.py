import torch
import torch.nn.functional as F
from torch import nn



def heteroscedastic_loss(output, target):
    mean, log_var = output[:, 0:1], output[:, 1:2]
    return (0.5 * torch.exp(-log_var) * (target - mean) ** 2 + 0.5 * log_var).mean()
