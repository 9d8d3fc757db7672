import torch
import torch.nn.functional as F
from torch import nn



def gce_loss(logits, targets, q):
    p = F.softmax(logits, 1)[torch.arange(len(targets)), targets]
    return ((1 - p**q) / q).mean()
