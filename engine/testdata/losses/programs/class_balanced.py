import numpy as np
import torch
import torch.nn.functional as F

def CB_loss(labels, logits, samples_per_cls, no_of_classes, loss_type="focal", beta=0.9999, gamma=2.0):
    effective_num = 1.0 - np.power(beta, samples_per_cls)
    weights = (1.0 - beta) / np.array(effective_num)
    weights = weights / np.sum(weights) * no_of_classes
    labels_one_hot = F.one_hot(labels, no_of_classes).float()
    weights = torch.tensor(weights).float()
    weights = weights.unsqueeze(0)
    weights = weights.repeat(labels_one_hot.shape[0], 1) * labels_one_hot
    weights = weights.sum(1)
    weights = weights.unsqueeze(1)
    weights = weights.repeat(1, no_of_classes)
    bce = F.binary_cross_entropy_with_logits(logits, labels_one_hot, reduction="none")
    modulator = torch.exp(-gamma * labels_one_hot * logits - gamma * torch.log(1 + torch.exp(-1.0 * logits)))
    return (weights * modulator * bce).sum() / labels_one_hot.sum()
