import torch
import torch.nn.functional as F
from torch import nn



def lovasz_grad(sorted_truth):
    total = sorted_truth.sum()
    intersection = total - sorted_truth.cumsum(0)
    union = total + (1 - sorted_truth).cumsum(0)
    jaccard = 1 - intersection / union
    return torch.cat([jaccard[:1], jaccard[1:] - jaccard[:-1]])


def lovasz_hinge_loss(logits, mask):
    logits, mask = logits.reshape(-1), mask.reshape(-1).float()
    errors = 1 - logits * (2 * mask - 1)
    ordered, places = torch.sort(errors, descending=True)
    return torch.dot(F.relu(ordered), lovasz_grad(mask[places]))
