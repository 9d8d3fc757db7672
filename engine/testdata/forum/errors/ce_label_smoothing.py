F.cross_entropy(torch.ones(3, 2), torch.tensor([0, 1, 1]), label_smoothing=1.5)
