torch.ones(5).split([2, 2])
