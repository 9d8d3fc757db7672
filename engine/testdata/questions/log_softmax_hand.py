# penguins
import torch


def forward(predictions, targets):
    p = torch.softmax(predictions * 200, dim=1)
    picked = p.gather(1, targets.unsqueeze(1))
    return -picked.log().mean()
