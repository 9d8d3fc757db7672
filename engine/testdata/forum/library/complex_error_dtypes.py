import torch

torch.complex(torch.ones(3), torch.ones(3).double())
