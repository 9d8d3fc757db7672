# penguins
import torch


def forward(predictions, targets):
    e = torch.exp(predictions * 100)
    p = e / e.sum(dim=1, keepdim=True)
    return -torch.log(p[torch.arange(len(targets)), targets]).mean()
