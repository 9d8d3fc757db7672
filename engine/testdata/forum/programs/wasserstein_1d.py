import torch

def wasserstein_1d(u, v, p=1):
    u_sorted = torch.sort(u, dim=-1)[0]
    v_sorted = v.sort(dim=-1).values
    return (u_sorted - v_sorted).abs().pow(p).mean(-1).pow(1 / p)

def cdf_distance(p, q):
    p = p / (p.sum(-1, keepdim=True) + 1e-14)
    q = q / (q.sum(-1, keepdim=True) + 1e-14)
    return torch.sum(torch.abs(torch.cumsum(p, dim=-1) - torch.cumsum(q, dim=-1)), dim=-1)

torch.manual_seed(23)
x = torch.randn(3, 10, requires_grad=True)
y = torch.randn(3, 10)
l = wasserstein_1d(x, y, p=2).sum() + cdf_distance(x.softmax(-1), y.softmax(-1)).mean()
l.backward()
print(l, x.grad.norm())
