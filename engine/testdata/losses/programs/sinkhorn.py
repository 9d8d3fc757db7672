import torch
import torch.nn.functional as F
from torch import nn



def sinkhorn_loss(x, y, epsilon):
    cost = torch.cdist(x, y) ** 2
    log_k = -cost / (epsilon + 0.5)
    u, v = torch.zeros(len(x)), torch.zeros(len(y))
    for _ in range(10):
        u = -torch.logsumexp(log_k + v[None, :], dim=1)
        v = -torch.logsumexp(log_k + u[:, None], dim=0)
    plan = torch.exp(log_k + u[:, None] + v[None, :])
    return (plan * cost).sum()
