import torch

torch.linalg.matrix_power(torch.ones(2, 3), 2)
