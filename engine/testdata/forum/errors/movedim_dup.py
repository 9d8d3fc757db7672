torch.ones(2, 3).movedim((0, 0), (0, 1))
