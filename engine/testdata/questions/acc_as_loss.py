# penguins
import torch


def forward(predictions, targets):
    _, predicted = torch.max(predictions, 1)
    correct = (predicted == targets).sum().item()
    return 1 - correct / targets.size(0)
