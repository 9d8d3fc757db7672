import torch
from torch import nn
import torch.nn.functional as F
import torch.distributed as dist
def off_diagonal(x):
    n, m = x.shape
    assert n == m
    return x.flatten()[:-1].view(n - 1, n + 1)[:, 1:].flatten()
class FullGatherLayer(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        output = [torch.zeros_like(x) for _ in range(dist.get_world_size())]
        dist.all_gather(output, x)
        return tuple(output)
    @staticmethod
    def backward(ctx, *grads):
        all_gradients = torch.stack(grads)
        dist.all_reduce(all_gradients)
        return all_gradients[dist.get_rank()]
class BarlowTwins(nn.Module):
    def __init__(self, args):
        super().__init__()
        self.args = args
        sizes = [4] + list(map(int, args["projector"].split('-')))
        layers = []
        for i in range(len(sizes) - 2):
            layers.append(nn.Linear(sizes[i], sizes[i + 1], bias=False))
            layers.append(nn.BatchNorm1d(sizes[i + 1]))
            layers.append(nn.ReLU(inplace=True))
        layers.append(nn.Linear(sizes[-2], sizes[-1], bias=False))
        self.projector = nn.Sequential(*layers)
        self.bn = nn.BatchNorm1d(sizes[-1], affine=False)
    def forward(self, y1, y2):
        z1 = self.projector(y1)
        z2 = self.projector(y2)
        c = self.bn(z1).T @ self.bn(z2)
        c.div_(self.args["batch_size"])
        if dist.is_available() and dist.is_initialized():
            torch.distributed.all_reduce(c)
        on_diag = torch.diagonal(c).add_(-1).pow_(2).sum()
        off_diag = off_diagonal(c).pow_(2).sum()
        loss = on_diag + self.args["lambd"] * off_diag
        return loss
def vicreg(x, y, sim=25.0, std=25.0, cov=1.0):
    repr_loss = F.mse_loss(x, y)
    x = x - x.mean(dim=0)
    y = y - y.mean(dim=0)
    std_x = torch.sqrt(x.var(dim=0) + 0.0001)
    std_y = torch.sqrt(y.var(dim=0) + 0.0001)
    std_loss = torch.mean(F.relu(1 - std_x)) / 2 + torch.mean(F.relu(1 - std_y)) / 2
    cov_x = (x.T @ x) / (len(x) - 1)
    cov_y = (y.T @ y) / (len(x) - 1)
    cov_loss = off_diagonal(cov_x).pow_(2).sum().div(x.shape[1]) + off_diagonal(cov_y).pow_(2).sum().div(x.shape[1])
    return sim * repr_loss + std * std_loss + cov * cov_loss
torch.manual_seed(0)
m = BarlowTwins({"projector": "8-6", "batch_size": 5, "lambd": 0.0051})
a, b = torch.randn(5, 4, requires_grad=True), torch.randn(5, 4)
v = m(a, b); v.backward(); print(v, a.grad.norm(), m.projector[0].weight.grad.norm())
a.grad = None
v = vicreg(a, b); v.backward(); print(v, a.grad.norm())
