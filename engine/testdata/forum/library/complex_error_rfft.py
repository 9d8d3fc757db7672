import torch

torch.fft.rfft(torch.fft.fft(torch.ones(3)))
