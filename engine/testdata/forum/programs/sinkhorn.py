import torch

def sinkhorn_loss(x, y, epsilon=0.1, niter=20):
    C = torch.cdist(x, y, p=2) ** 2
    n = x.shape[0]
    mu = torch.full((n,), 1. / n)
    nu = torch.full((n,), 1. / n)

    def M(u, v):
        return (-C + u.unsqueeze(1) + v.unsqueeze(0)) / epsilon

    def lse(A):
        return torch.log(torch.exp(A).sum(1, keepdim=True) + 1e-6)

    u, v, err = 0. * mu, 0. * nu, 0.
    actual_nits = 0
    for i in range(niter):
        u1 = u
        u = epsilon * (torch.log(mu) - lse(M(u, v)).squeeze()) + u
        v = epsilon * (torch.log(nu) - lse(M(u, v).t()).squeeze()) + v
        err = (u - u1).abs().sum()
        actual_nits += 1
        if (err < 1e-1).item():
            break
    U, V = u, v
    pi = torch.exp(M(U, V))
    cost = torch.sum(pi * C)
    return cost, actual_nits

torch.manual_seed(24)
x = torch.rand(6, 2, requires_grad=True)
y = torch.rand(6, 2)
cost, nits = sinkhorn_loss(x, y)
cost.backward()
print(cost, nits, x.grad.norm())
