import torch

def off_diagonal(x):
    # return a flattened view of the off-diagonal elements of a square matrix
    n, m = x.shape
    assert n == m
    return x.flatten()[:-1].view(n - 1, n + 1)[:, 1:].flatten()

torch.manual_seed(6)
z1 = torch.randn(8, 4, requires_grad=True)
z2 = z1.detach() + 0.1 * torch.randn(8, 4)
z1n = (z1 - z1.mean(0)) / z1.std(0)
z2n = (z2 - z2.mean(0)) / z2.std(0)
c = z1n.T @ z2n
c.div_(8)
on_diag = torch.diagonal(c).add_(-1).pow_(2).sum()
off_diag = off_diagonal(c).pow_(2).sum()
loss = on_diag + 0.0051 * off_diag
print(on_diag.item(), off_diag.item())
loss.backward()
print(z1.grad)
cov = torch.cov(z2.T)
print(cov.shape, torch.corrcoef(z2.T).diag())
print(torch.trace(cov))
