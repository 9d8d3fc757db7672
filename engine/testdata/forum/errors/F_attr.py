F.focal_loss(torch.ones(1), torch.ones(1))
