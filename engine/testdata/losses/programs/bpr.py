import torch
import torch.nn.functional as F
from torch import nn



def bpr_loss(pos_scores, neg_scores):
    return -F.logsigmoid(pos_scores - neg_scores).mean()
