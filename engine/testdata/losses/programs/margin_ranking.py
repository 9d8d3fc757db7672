import torch
import torch.nn.functional as F
from torch import nn



def ranking_loss(score1, score2, sign, margin=0.3):
    return F.relu(-sign * (score1 - score2) + margin).mean()
