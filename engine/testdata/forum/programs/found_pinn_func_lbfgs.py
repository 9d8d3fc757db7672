import torch
from torch.func import vmap, grad, jacrev, functional_call
import torch.nn as nn
net = nn.Sequential(nn.Linear(2, 4), nn.Tanh(), nn.Linear(4, 1))
def pde(x, t):
    def u(x, t):
        return net(torch.stack([x, t])).squeeze()
    ut = grad(u, argnums=1)(x, t)
    uxx = grad(grad(u, 0), 0)(x, t)
    return ut - 0.1 * uxx
x, t = torch.rand(5), torch.rand(5)
res = vmap(pde)(x, t)
loss = (res ** 2).mean()
loss.backward()
print(loss, net[0].weight.grad)
params = dict(net.named_parameters())
print(functional_call(net, params, (torch.ones(1, 2),)))
xx = torch.rand(5, 2, requires_grad=True)
u = net(xx)
g = torch.autograd.grad(u, xx, torch.ones_like(u), create_graph=True, retain_graph=True)[0]
u_xx = torch.autograd.grad(g[:, 0], xx, grad_outputs=torch.ones_like(g[:, 0]), create_graph=True)[0][:, 0:1]
f = g[:, 1:2] + u * g[:, 0:1] - (0.01 / torch.pi) * u_xx
l = torch.mean(f ** 2)
l.backward()
print(l, net[2].weight.grad)
opt = torch.optim.LBFGS(net.parameters(), lr=0.1, max_iter=5)
def closure():
    opt.zero_grad()
    l = (net(xx.detach()) ** 2).mean()
    l.backward()
    return l
print(opt.step(closure))
print((net(xx.detach()) ** 2).mean())
