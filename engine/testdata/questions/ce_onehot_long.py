# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    onehot = F.one_hot(targets, num_classes=3)
    return F.cross_entropy(predictions, onehot)
