# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    ce = F.cross_entropy(predictions, targets, reduction='none')
    pt = torch.exp(-ce)
    hard = pt < 0.5
    return ce[hard].sum() / hard.sum()
