torch.einsum("ij,j->i", torch.ones(2, 3), torch.ones(2))
