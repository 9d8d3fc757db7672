import torch

def forward(predictions, targets):
    mse = ((predictions - targets) ** 2).mean()
    mae = (predictions - targets).abs().mean()
    total = mse + 0.1 * mae
    return total, mse, mae

