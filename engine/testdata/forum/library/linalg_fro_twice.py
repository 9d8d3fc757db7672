import torch

a = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.5, 0.7], [-0.4, 0.2, 3.0]], dtype=torch.float64, requires_grad=True)

y = torch.linalg.norm(a, 'fro')
print(y.detach())
w = torch.arange(1.0, y.numel() + 1).reshape(y.shape)
loss = (y * w).sum() + (y ** 2).sum()
g = torch.autograd.grad(loss, a, create_graph=True)
for each in g:
    print(each.detach())
h = torch.autograd.grad(sum((each ** 2).sum() for each in g), a)
for each in h:
    print(each)
