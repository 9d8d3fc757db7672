import torch

torch.inverse(torch.ones(2, 3))
