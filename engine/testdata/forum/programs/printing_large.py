import torch
a = torch.arange(2000, dtype=torch.float32)
print(a)
print(a.view(40, 50))
print(torch.arange(1200).view(2, 3, 200))
print((a / 7).view(20, 100)[:, :3].shape)
print(torch.arange(30.))
print(torch.arange(60).view(2, 30))
print(torch.arange(1000.0).sum(), torch.full((3, 1), 1e6), torch.tensor([12345.678, 0.001]))
