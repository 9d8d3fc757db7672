torch.det(torch.ones(2, 3))
