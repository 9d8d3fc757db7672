import torch

def pinball_loss(pred, target, quantiles):
    q = torch.tensor(quantiles).view(1, -1)
    err = target.unsqueeze(-1) - pred
    return torch.where(err >= 0, q * err, (q - 1) * err).mean(dim=0)

torch.manual_seed(7)
p = torch.randn(6, 3).requires_grad_()
t = torch.randn(6)
v = pinball_loss(p, t, (0.1, 0.5, 0.9))
print(v)
v.sum().backward()
print(p.grad)
