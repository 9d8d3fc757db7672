import torch


def forward(predictions, targets):
    rp = torch.argsort(torch.argsort(predictions, dim=0), dim=0).float()
    rt = torch.argsort(torch.argsort(targets, dim=0), dim=0).float()
    return ((rp - rt) ** 2).mean()
