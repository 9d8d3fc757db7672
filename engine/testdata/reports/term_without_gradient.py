import torch

def forward(predictions, targets):
    base = ((predictions - targets) ** 2).mean()
    g, = torch.autograd.grad(base, predictions, retain_graph=True)
    penalty = (g.norm() - 1) ** 2
    return base + 10 * penalty

