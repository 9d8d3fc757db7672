import torch
import torch.nn as nn
import torch.nn.functional as F
import numpy as np
def relu_evidence(y):
    return F.relu(y)
def exp_evidence(y):
    return torch.exp(torch.clamp(y, -10, 10))
def one_hot_embedding(labels, num_classes=10):
    y = torch.eye(num_classes)
    return y[labels]
def get_device():
    use_cuda = torch.cuda.is_available()
    device = torch.device("cuda:0" if use_cuda else "cpu")
    return device
def kl_divergence(alpha, num_classes, device=None):
    if not device:
        device = get_device()
    ones = torch.ones([1, num_classes], dtype=torch.float32, device=device)
    sum_alpha = torch.sum(alpha, dim=1, keepdim=True)
    first_term = (
        torch.lgamma(sum_alpha)
        - torch.lgamma(alpha).sum(dim=1, keepdim=True)
        + torch.lgamma(ones).sum(dim=1, keepdim=True)
        - torch.lgamma(ones.sum(dim=1, keepdim=True))
    )
    second_term = (
        (alpha - ones)
        .mul(torch.digamma(alpha) - torch.digamma(sum_alpha))
        .sum(dim=1, keepdim=True)
    )
    kl = first_term + second_term
    return kl
def loglikelihood_loss(y, alpha, device=None):
    y = y.to(device)
    alpha = alpha.to(device)
    S = torch.sum(alpha, dim=1, keepdim=True)
    loglikelihood_err = torch.sum((y - (alpha / S)) ** 2, dim=1, keepdim=True)
    loglikelihood_var = torch.sum(alpha * (S - alpha) / (S * S * (S + 1)), dim=1, keepdim=True)
    return loglikelihood_err + loglikelihood_var
def mse_loss(y, alpha, epoch_num, num_classes, annealing_step, device=None):
    if not device:
        device = get_device()
    y = y.to(device)
    alpha = alpha.to(device)
    loglikelihood = loglikelihood_loss(y, alpha, device=device)
    annealing_coef = torch.min(torch.tensor(1.0, dtype=torch.float32), torch.tensor(epoch_num / annealing_step, dtype=torch.float32))
    kl_alpha = (alpha - 1) * (1 - y) + 1
    kl_div = annealing_coef * kl_divergence(kl_alpha, num_classes, device=device)
    return loglikelihood + kl_div
def edl_loss(func, y, alpha, epoch_num, num_classes, annealing_step, device=None):
    S = torch.sum(alpha, dim=1, keepdim=True)
    A = torch.sum(y * (func(S) - func(alpha)), dim=1, keepdim=True)
    return A
torch.manual_seed(0)
out = torch.randn(4, 3, requires_grad=True)
y = one_hot_embedding(torch.tensor([0, 2, 1, 1]), 3)
for ev in (relu_evidence, exp_evidence, F.softplus):
    out.grad = None
    alpha = ev(out) + 1
    l = torch.mean(mse_loss(y.float(), alpha, 3, 3, 10)) + torch.mean(edl_loss(torch.log, y, alpha, 3, 3, 10)) + edl_loss(torch.digamma, y, alpha, 3, 3, 10).mean()
    l.backward()
    print(ev.__name__, l, out.grad)
    u = 3 / alpha.sum(1, keepdim=True)
    print(u.detach().numpy().round(4).tolist())
