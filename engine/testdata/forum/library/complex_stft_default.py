import torch

x = torch.sin(torch.arange(24.0) * 0.9 + 0.3).requires_grad_()

z = torch.stft(x, n_fft=6, return_complex=True)
print(z.shape, z.dtype)
loss = (z.abs() + 0.1).log().mean()
print(loss)
loss.backward()
print(x.grad)
