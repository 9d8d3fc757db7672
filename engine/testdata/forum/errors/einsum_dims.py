torch.einsum("ijk->i", torch.ones(2, 3))
