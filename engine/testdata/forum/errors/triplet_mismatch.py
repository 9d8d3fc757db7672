F.triplet_margin_loss(torch.ones(2, 3), torch.ones(2, 3), torch.ones(3, 3))
