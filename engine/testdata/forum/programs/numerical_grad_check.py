import torch

def numeric_grad(f, x, eps=1e-4):
    g = torch.zeros_like(x)
    flat, gflat = x.view(-1), g.view(-1)
    for i in range(flat.numel()):
        old = flat[i].item()
        flat[i] = old + eps
        hi = f(x).item()
        flat[i] = old - eps
        lo = f(x).item()
        flat[i] = old
        gflat[i] = (hi - lo) / (2 * eps)
    return g

def loss(x):
    return (torch.tanh(x).pow(2).sum(-1) / (1 + x.abs().sum(-1))).log().mean()

x = torch.tensor([[0.5, -1.2], [2.0, 0.1]], dtype=torch.float64, requires_grad=True)
loss(x).backward()
n = numeric_grad(loss, x.detach().clone())
print(x.grad)
print((x.grad - n).abs().max() < 1e-6, torch.allclose(x.grad, n, atol=1e-6))
