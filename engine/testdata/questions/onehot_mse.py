# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    pred = predictions.argmax(1)
    onehot = F.one_hot(pred, 3).float()
    want = F.one_hot(targets, 3).float()
    return F.mse_loss(onehot, want)
