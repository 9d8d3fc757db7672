import torch
import numpy as np

def get_lds_kernel_window(kernel, ks, sigma):
    half_ks = (ks - 1) // 2
    if kernel == 'gaussian':
        base = [np.exp(-0.5 * (i / sigma) ** 2) for i in range(-half_ks, half_ks + 1)]
    else:
        laplace = lambda x: np.exp(-abs(x) / sigma) / (2. * sigma)
        base = list(map(laplace, range(-half_ks, half_ks + 1)))
    top = max(base)
    return [b / top for b in base]

for kind in ['gaussian', 'laplace']:
    w = get_lds_kernel_window(kind, 5, 2)
    print(kind, ['%.5f' % v for v in w])

def weighted_focal_mse_loss(inputs, targets, activate='sigmoid', beta=.2, gamma=1, weights=None):
    loss = (inputs - targets) ** 2
    loss *= (torch.tanh(beta * torch.abs(inputs - targets))) ** gamma if activate == 'tanh' else \
        (2 * torch.sigmoid(beta * torch.abs(inputs - targets)) - 1) ** gamma
    if weights is not None:
        loss *= weights.expand_as(loss)
    loss = torch.mean(loss)
    return loss

torch.manual_seed(1)
inp = torch.randn(5, 1, requires_grad=True)
tar = torch.randn(5, 1)
wts = torch.tensor(w).reshape(-1, 1)
for act in 'sigmoid', 'tanh':
    inp.grad = None
    l = weighted_focal_mse_loss(inp, tar, activate=act, weights=wts)
    l.backward()
    print(act, round(l.item(), 6), inp.grad.squeeze())
