import torch

a = torch.tensor([[2.0, 0.5, -0.4], [0.5, 1.5, 0.7], [-0.4, 0.7, 3.0]], requires_grad=True)

y = (lambda e: e[1] @ torch.diag(e[0].log()) @ e[1].T)(torch.linalg.eigh(a))
print(y)
w = torch.arange(1.0, y.numel() + 1).reshape(y.shape)
for each in torch.autograd.grad((y * w).mean(), a):
    print(each)
