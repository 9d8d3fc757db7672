import torch
import torch.nn.functional as F


def forward(predictions, targets):
    edges = torch.linspace(-2, 2, 9)
    p = torch.bucketize(predictions, edges).float()
    t = torch.bucketize(targets, edges).float()
    return ((p - t) ** 2).mean()
