F.smooth_l1_loss(torch.ones(2), torch.ones(2), beta=-1.0)
