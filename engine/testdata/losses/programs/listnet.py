import torch
import torch.nn.functional as F
from torch import nn



def listnet_loss(scores, relevance):
    return -(F.softmax(relevance, dim=1) * F.log_softmax(scores, dim=1)).sum(1).mean()
