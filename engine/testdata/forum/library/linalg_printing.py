import torch

a = torch.tensor([[2.0, 1.0], [0.5, 3.0]], requires_grad=True)
print(torch.linalg.svd(a))
print(torch.linalg.slogdet(a))
print(torch.linalg.qr(a))
U, S, Vh = torch.linalg.svd(torch.arange(6.0).reshape(2, 3), full_matrices=False)
print(U.shape, S, Vh.shape, torch.allclose(U @ torch.diag(S) @ Vh, torch.arange(6.0).reshape(2, 3), atol=1e-5))
sign, logdet = torch.slogdet(a)
print(sign, logdet)
L, V = torch.linalg.eigh(a @ a.T)
print(L)
print(torch.svd(a)[1], torch.linalg.norm(a), torch.linalg.norm(a.detach()[0], 1))
print(torch.linalg.svd(torch.ones(3, 2))[0].shape, torch.linalg.qr(torch.ones(3, 2), mode='complete')[0].shape)
