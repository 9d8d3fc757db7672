logits = torch.randn(3, 4)
target = F.one_hot(torch.tensor([0, 1, 2]), 4)
F.cross_entropy(logits, target)
