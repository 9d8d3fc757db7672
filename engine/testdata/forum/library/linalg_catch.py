import torch

try:
    torch.linalg.cholesky(torch.zeros(2, 2))
except torch.linalg.LinAlgError as e:
    print('caught', type(e).__name__)
try:
    torch.inverse(torch.zeros(2, 2))
except RuntimeError as e:
    print(e)
