import torch

torch.linalg.multi_dot([torch.ones(2, 2)])
