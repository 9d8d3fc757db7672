import torch
import torch.nn.functional as F

def forward(predictions, targets):
    labels = torch.zeros(len(targets), dtype=torch.long)
    return F.cross_entropy(predictions, labels)

