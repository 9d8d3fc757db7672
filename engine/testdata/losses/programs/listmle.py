import torch
import torch.nn.functional as F
from torch import nn



def list_mle_loss(scores, relevance):
    order = relevance.argsort(dim=1, descending=True)
    ordered = scores.gather(1, order)
    tail = ordered.flip(1).logcumsumexp(1).flip(1)
    return (tail - ordered).sum(1).mean()
