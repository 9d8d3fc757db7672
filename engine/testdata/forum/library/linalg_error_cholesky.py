import torch

torch.linalg.cholesky(-torch.ones(2, 2))
