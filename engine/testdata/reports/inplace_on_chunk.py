import torch

def forward(predictions, targets):
    out = torch.cat([predictions, 20 * predictions], dim=1)
    mu, log_var = out.chunk(2, dim=1)
    log_var.clamp_(-5, 5)
    return (log_var + (mu - targets) ** 2 / log_var.exp()).mean()

