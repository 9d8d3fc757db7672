# penguins
import torch
import torch.nn.functional as F


def forward(predictions, targets):
    p = torch.softmax(predictions, dim=0)
    return F.nll_loss(torch.log(p), targets)
