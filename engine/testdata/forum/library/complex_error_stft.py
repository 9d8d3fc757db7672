import torch

torch.stft(torch.ones(16), 4)
