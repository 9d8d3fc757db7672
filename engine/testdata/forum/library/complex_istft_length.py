import torch

x = torch.sin(torch.arange(24.0) * 0.9 + 0.3).requires_grad_()

z = torch.istft(torch.stft(x, 8, 2, window=torch.hann_window(8), return_complex=True) * 2, 8, 2, window=torch.hann_window(8), length=24)
print(z.shape, z.dtype)
loss = (z.abs() + 0.1).log().mean()
print(loss)
loss.backward()
print(x.grad)
