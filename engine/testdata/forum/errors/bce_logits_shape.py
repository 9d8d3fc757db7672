F.binary_cross_entropy_with_logits(torch.ones(3, 1), torch.ones(3))
