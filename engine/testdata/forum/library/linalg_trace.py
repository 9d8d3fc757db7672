import torch

a = torch.tensor([[2.0, 0.5, -1.0], [0.3, 1.5, 0.7], [-0.4, 0.2, 3.0]], requires_grad=True)

y = torch.trace(a @ a)
print(y)
w = torch.arange(1.0, y.numel() + 1).reshape(y.shape)
for each in torch.autograd.grad((y * w).mean(), a):
    print(each)
