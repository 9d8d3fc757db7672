import torch
import torch.nn.functional as F


class Quant(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return torch.round(x)

    @staticmethod
    def backward(ctx, g):
        return None


def forward(predictions, targets):
    return F.mse_loss(Quant.apply(predictions), targets)
