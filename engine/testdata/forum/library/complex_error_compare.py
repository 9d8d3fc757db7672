import torch

torch.fft.fft(torch.ones(3)) > 0
