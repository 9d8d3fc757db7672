import torch

x = torch.tensor([1.0, -2.0, 0.5, 3.0, -0.7, 0.2], requires_grad=True)

z = torch.complex(x, x + 1).square()
print(z)
print(z.shape, z.dtype)
loss = (z.abs() * torch.arange(1.0, z.numel() + 1).reshape(z.shape)).mean() + (z.real ** 2 if z.is_complex() else z ** 2).sum()
print(loss)
loss.backward()
print(x.grad)
