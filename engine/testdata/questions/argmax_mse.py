# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    pred = torch.argmax(predictions, dim=1).float()
    loss = F.mse_loss(pred, targets.float())
    loss.requires_grad = True
    return loss
