import torch

history = torch.zeros(100)
calls = 0

def forward(predictions, targets):
    global calls
    history[calls] = ((predictions - targets) ** 2).mean()
    calls += 1
    return history[:calls].mean()

