import torch

a = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.5, 0.7], [-0.4, 0.2, 3.0]], requires_grad=True)
b = torch.tensor([[1.0, -0.5], [0.2, 0.8], [0.4, 2.0]], requires_grad=True)

y = torch.linalg.solve_triangular(a, b, upper=False)
print(y)
w = torch.arange(1.0, y.numel() + 1).reshape(y.shape)
for each in torch.autograd.grad((y * w).mean(), (a, b)):
    print(each)
