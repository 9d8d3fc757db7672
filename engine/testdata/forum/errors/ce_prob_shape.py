F.cross_entropy(torch.ones(3, 2), torch.ones(3, 3))
