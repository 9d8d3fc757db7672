import torch

torch.linalg.eigh(torch.ones(2, 3))
