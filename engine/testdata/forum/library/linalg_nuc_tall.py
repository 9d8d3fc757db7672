import torch

a = torch.tensor([[2.0, 0.5], [0.3, 1.5], [-0.4, 0.2], [1.0, -0.7]], requires_grad=True)

y = torch.linalg.matrix_norm(a, ord='nuc')
print(y)
w = torch.arange(1.0, y.numel() + 1).reshape(y.shape)
for each in torch.autograd.grad((y * w).mean(), a):
    print(each)
