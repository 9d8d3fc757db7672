import torch

class Step(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return (x > 0).float()

def forward(predictions, targets):
    return (Step.apply(predictions) - (targets > 0).float()).abs().mean()

