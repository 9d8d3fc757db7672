import torch.nn.functional as F


def compute_loss(outputs, labels):
    logits = outputs.logits
    return F.cross_entropy(logits.view(-1, logits.size(-1)), labels.view(-1))
