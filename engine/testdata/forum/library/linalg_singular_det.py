import torch

a = torch.tensor([[1.0, 2.0, 3.0], [2.0, 4.0, 6.0], [1.0, 0.0, 1.0]], requires_grad=True)
y = torch.linalg.det(a)
print(y.detach().abs())
y.backward()
print(a.grad.abs())
print(torch.linalg.slogdet(torch.ones(2, 2)))
print(torch.logdet(torch.tensor([[1.0, 2.0], [3.0, 4.0]])), torch.logdet(torch.ones(2, 2)))
print(torch.linalg.matrix_rank(a), torch.linalg.matrix_rank(torch.eye(3)), torch.linalg.matrix_rank(torch.ones(2, 3, 3)))
