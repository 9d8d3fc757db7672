F.cross_entropy(torch.ones(2, 2), torch.tensor([0, -1]))
