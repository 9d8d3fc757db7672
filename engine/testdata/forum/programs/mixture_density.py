import torch
import numpy as np

oneDivSqrtTwoPI = 1.0 / np.sqrt(2.0*np.pi) # normalization factor for Gaussians

def gaussian_distribution(y, mu, sigma):
    # make |mu|=K copies of y, subtract mu, divide by sigma
    result = (y.expand_as(mu) - mu) * torch.reciprocal(sigma)
    result = -0.5 * (result * result)
    return (torch.exp(result) * torch.reciprocal(sigma)) * oneDivSqrtTwoPI

def mdn_loss_fn(pi, sigma, mu, y):
    result = gaussian_distribution(y, mu, sigma) * pi
    result = torch.sum(result, dim=1)
    result = -torch.log(result)
    return torch.mean(result)

torch.manual_seed(18)
raw = torch.randn(8, 9, requires_grad=True)
pi = torch.softmax(raw[:, :3], -1)
sigma = torch.exp(raw[:, 3:6])
mu = raw[:, 6:]
y = torch.randn(8, 1)
l = mdn_loss_fn(pi, sigma, mu, y)
l.backward()
print(l, raw.grad.norm())
