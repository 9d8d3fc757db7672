import torch

def moving_average(x, k=3):
    kernel = torch.ones(1, 1, k) / k
    return torch.nn.functional.conv1d(x[:, None], kernel, padding=k // 2)[:, 0]

def derivative_loss(p, t, w=(1.0, 0.5, 0.25)):
    loss = 0.
    for order, wi in enumerate(w):
        loss += wi * torch.nn.functional.mse_loss(p, t)
        p, t = torch.diff(p, dim=-1), torch.diff(t, dim=-1)
    return loss

torch.manual_seed(56)
p = torch.randn(2, 8, requires_grad=True)
t = torch.randn(2, 8)
l = derivative_loss(moving_average(p), t)
l.backward()
print(l, p.grad.norm())
