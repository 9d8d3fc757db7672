torch.einsum("ij,jk", torch.ones(2, 3))
