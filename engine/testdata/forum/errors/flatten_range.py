torch.ones(2, 2).flatten(1, 5)
