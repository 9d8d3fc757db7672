import torch

torch.linalg.det(torch.ones(2, 3))
