import torch
import torch.nn.functional as F
from torch import nn



def cox_loss(risk, time, event):
    order = torch.argsort(time.flatten(), descending=True)
    risk, event = risk.flatten()[order], event.flatten()[order]
    log_cumulative = torch.logcumsumexp(risk, dim=0)
    return -((risk - log_cumulative) * event).sum() / event.sum().clamp(min=1)
