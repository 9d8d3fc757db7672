torch.linalg.cholesky(-torch.eye(2))
