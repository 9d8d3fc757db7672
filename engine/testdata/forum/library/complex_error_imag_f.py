import torch

torch.imag(torch.ones(3))
