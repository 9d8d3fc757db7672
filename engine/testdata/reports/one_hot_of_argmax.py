import torch
import torch.nn.functional as F


def forward(predictions, targets):
    logits = torch.cat([predictions, -predictions], dim=1)
    picked = F.one_hot(logits.argmax(dim=1), 2).float()
    truth = F.one_hot((targets.squeeze(1) < 0).long(), 2).float()
    return F.mse_loss(picked, truth)
