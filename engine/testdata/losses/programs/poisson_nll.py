import torch
import torch.nn.functional as F
from torch import nn



def poisson_nll_loss(log_rate, counts):
    return (log_rate.exp() - counts * log_rate).mean()
