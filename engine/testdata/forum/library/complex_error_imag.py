import torch

torch.ones(3).imag
