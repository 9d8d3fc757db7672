# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    q = F.one_hot(targets, 3).float()
    p = F.softmax(predictions, 1)
    return F.kl_div(q, p, reduction='batchmean')
