import torch
import torch.nn as nn

torch.manual_seed(5)
shared = nn.Linear(4, 3)
heads = nn.ModuleList([nn.Linear(3, 1), nn.Linear(3, 1)])
weights = nn.Parameter(torch.ones(2))
x = torch.randn(8, 4)
ys = [torch.randn(8, 1), 10 * torch.randn(8, 1)]

task_losses = []
h = torch.tanh(shared(x))
for head, y in zip(heads, ys):
    task_losses.append(nn.functional.mse_loss(head(h), y))
task_losses = torch.stack(task_losses)
weighted = (weights * task_losses).sum()
weighted.backward(retain_graph=True)
weights.grad.data = weights.grad.data * 0.0

norms = []
for i in range(len(task_losses)):
    gygw = torch.autograd.grad(task_losses[i], shared.parameters(), retain_graph=True)
    norms.append(torch.norm(torch.mul(weights[i], gygw[0])))
norms = torch.stack(norms)
mean_norm = norms.detach().mean()
constant = (mean_norm * torch.tensor([1.0, 1.5]) ** 0.12).detach()
grad_norm_loss = torch.sum(torch.abs(norms - constant))
weights.grad = torch.autograd.grad(grad_norm_loss, weights)[0]
print(norms)
print(weights.grad)
print([tuple(p.shape) for p in heads.parameters()])
print(heads)
