import torch

def bilinear_energy(x, W, y):
    return torch.einsum('bi,ij,bj->b', x, W, y)

def gram_style_loss(f):
    b, c, n = f.shape
    g = torch.einsum('bcn,bdn->bcd', f, f) / (c * n)
    return g.pow(2).sum()

torch.manual_seed(36)
x, W, y = torch.randn(3, 4), torch.randn(4, 5, requires_grad=True), torch.randn(3, 5)
e = bilinear_energy(x, W, y)
e.sum().backward()
print(e.detach())
print(W.grad[0])
print(gram_style_loss(torch.randn(2, 3, 7)))
