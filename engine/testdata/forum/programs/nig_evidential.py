import numpy as np
import torch
import torch.nn as nn

class NormalInvGamma(nn.Module):
    def __init__(self, in_features, out_units):
        super().__init__()
        self.dense = nn.Linear(in_features, out_units * 4)
        self.out_units = out_units

    def evidence(self, x):
        return torch.log(torch.exp(x) + 1)

    def forward(self, x):
        out = self.dense(x)
        mu, logv, logalpha, logbeta = torch.split(out, self.out_units, dim=-1)
        v = self.evidence(logv)
        alpha = self.evidence(logalpha) + 1
        beta = self.evidence(logbeta)
        return mu, v, alpha, beta

def nig_nll(gamma, v, alpha, beta, y):
    two_beta_lambda = 2 * beta * (1 + v)
    t1 = 0.5 * (np.pi / v).log()
    t2 = alpha * two_beta_lambda.log()
    t3 = (alpha + 0.5) * (v * (y - gamma) ** 2 + two_beta_lambda).log()
    t4 = alpha.lgamma()
    t5 = (alpha + 0.5).lgamma()
    nll = t1 - t2 + t3 + t4 - t5
    return nll.mean()

def nig_reg(gamma, v, alpha, _beta, y):
    reg = (y - gamma).abs() * (2 * v + alpha)
    return reg.mean()

def evidential_regression(dist_params, y, lamb=1.0):
    return nig_nll(*dist_params, y) + lamb * nig_reg(*dist_params, y)

torch.manual_seed(123)
net = nn.Sequential(nn.Linear(1, 8), nn.ReLU(), NormalInvGamma(8, 1))
x = torch.linspace(-4, 4, 9).unsqueeze(-1)
y = x ** 3 / 10
opt = torch.optim.Adam(net.parameters(), lr=5e-3)
for it in range(3):
    loss = evidential_regression(net(x), y, lamb=1e-2)
    opt.zero_grad()
    loss.backward()
    opt.step()
    print(f"{it}: {float(loss):.5f}")
mu, v, alpha, beta = (d.squeeze() for d in net(x))
var = torch.sqrt(beta / (v * (alpha - 1)))
print(mu.detach())
print(var.min().item() > 0, net)
