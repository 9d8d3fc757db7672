import torch
import torch.nn.functional as F

def off_diagonal(x):
    # return a flattened view of the off-diagonal elements of a square matrix
    n, m = x.shape
    assert n == m
    return x.flatten()[:-1].view(n - 1, n + 1)[:, 1:].flatten()

def vicreg(x, y, sim=25.0, std=25.0, cov=1.0):
    repr_loss = F.mse_loss(x, y)
    x = x - x.mean(dim=0)
    y = y - y.mean(dim=0)
    std_x = torch.sqrt(x.var(dim=0) + 0.0001)
    std_y = torch.sqrt(y.var(dim=0) + 0.0001)
    std_loss = torch.mean(F.relu(1 - std_x)) / 2 + torch.mean(F.relu(1 - std_y)) / 2
    cov_x = (x.T @ x) / (len(x) - 1)
    cov_y = (y.T @ y) / (len(y) - 1)
    cov_loss = off_diagonal(cov_x).pow_(2).sum().div(x.shape[1]) + off_diagonal(cov_y).pow_(2).sum().div(y.shape[1])
    return sim * repr_loss + std * std_loss + cov * cov_loss

torch.manual_seed(48)
x = torch.randn(6, 4, requires_grad=True)
y = torch.randn(6, 4)
l = vicreg(x, y)
l.backward()
print(l, x.grad.norm())
