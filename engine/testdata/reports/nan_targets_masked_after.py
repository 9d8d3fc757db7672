import torch
import torch.nn.functional as F

def forward(predictions, targets):
    labels = torch.where(targets > 1, torch.nan, targets)
    known = ~torch.isnan(labels)
    each = F.mse_loss(predictions, labels, reduction="none")
    return each[known].mean()

