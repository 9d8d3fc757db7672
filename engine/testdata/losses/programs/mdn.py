import torch
import torch.nn.functional as F
from torch import nn



import math


def mdn_loss(params, target):
    logits, mu, log_sigma = params.chunk(3, dim=1)
    z = (target - mu) / torch.exp(log_sigma)
    log_prob = -0.5 * z**2 - log_sigma - 0.5 * math.log(2 * math.pi)
    return -torch.logsumexp(F.log_softmax(logits, 1) + log_prob, dim=1).mean()
