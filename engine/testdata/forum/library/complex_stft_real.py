import torch

x = torch.sin(torch.arange(24.0) * 0.9 + 0.3).requires_grad_()

z = torch.view_as_real(torch.stft(x, 8, window=torch.hann_window(8), return_complex=True))
print(z.shape, z.dtype)
loss = (z.abs() + 0.1).log().mean()
print(loss)
loss.backward()
print(x.grad)
