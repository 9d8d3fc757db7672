F.binary_cross_entropy(torch.tensor([0.5, 0.5]), torch.tensor([1.0]))
