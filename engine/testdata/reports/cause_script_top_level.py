import torch

def forward(predictions, targets):
    return (predictions.argmax(dim=1).float() - targets.squeeze(1)).abs().mean()

trial = torch.ones(3, 1, requires_grad=True)
print("trial", (trial * 2).mean().item())

