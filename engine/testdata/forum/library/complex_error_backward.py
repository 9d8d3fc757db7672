import torch

torch.fft.fft(torch.ones(3, requires_grad=True)).sum().backward()
