import torch
import torch.nn.functional as F


class Quantise(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, levels):
        return torch.round(x * levels) / levels

def forward(predictions, targets):
    q = Quantise.apply(predictions, 4)
    return F.mse_loss(q, targets)
