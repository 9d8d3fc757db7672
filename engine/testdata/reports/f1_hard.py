import torch
import torch.nn.functional as F


def forward(predictions, targets):
    hard = (torch.sigmoid(predictions) > 0.5).float()
    truth = (targets > 0).float()
    tp = (hard * truth).sum()
    precision = tp / (hard.sum() + 1e-8)
    recall = tp / (truth.sum() + 1e-8)
    return 1 - 2 * precision * recall / (precision + recall + 1e-8)
