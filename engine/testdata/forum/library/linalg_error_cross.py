import torch

torch.linalg.cross(torch.ones(2), torch.ones(2))
