import torch

def rank(v):
    return v.argsort().argsort().float()

def forward(predictions, targets):
    a, b = rank(predictions.flatten()), rank(targets.flatten())
    a, b = a - a.mean(), b - b.mean()
    return 1 - (a * b).sum() / (a.norm() * b.norm())

