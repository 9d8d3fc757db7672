# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = torch.softmax(predictions * 150, dim=1)
    return -(p * torch.log(p)).sum(1).mean() + F.cross_entropy(predictions, targets)
