import torch

torch.linalg.cholesky(-torch.ones(3, 2, 2))
