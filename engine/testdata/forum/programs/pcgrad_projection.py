import torch
import random

def pc_project(grads):
    pc_grad = [g.clone() for g in grads]
    for g_i in pc_grad:
        for g_j in grads:
            g_i_g_j = torch.dot(g_i, g_j)
            if g_i_g_j < 0:
                g_i -= (g_i_g_j) * g_j / (g_j.norm() ** 2)
    return torch.stack(pc_grad).mean(dim=0)

theta = torch.tensor([0.5, -1.0, 2.0], requires_grad=True)
def l1(t): return (t - torch.tensor([1., 2., 3.])).pow(2).sum()
def l2(t): return (t + 1).pow(2).sum() + t.prod()
def l3(t): return torch.exp(-t).sum()

grads = []
for fn in (l1, l2, l3):
    g, = torch.autograd.grad(fn(theta), theta)
    grads.append(g)
    print(fn.__name__, g)
merged = pc_project(grads)
print(merged)
cos = torch.stack([torch.nn.functional.cosine_similarity(g, merged, dim=0) for g in grads])
print(torch.round(cos * 1000) / 1000)
