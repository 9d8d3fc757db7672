import torch

torch.cholesky(-torch.ones(2, 2))
