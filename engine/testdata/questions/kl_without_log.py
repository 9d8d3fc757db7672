# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = F.softmax(predictions, dim=1)
    q = F.one_hot(targets, 3).float()
    return F.kl_div(p, q)
