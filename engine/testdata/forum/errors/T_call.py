torch.ones(2, 2).T()
