import torch

torch.linalg.svd(torch.ones(2))
