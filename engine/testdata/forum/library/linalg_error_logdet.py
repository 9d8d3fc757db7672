import torch

torch.logdet(torch.ones(2, 3))
