F.gaussian_nll_loss(torch.ones(2), torch.ones(2), -torch.ones(2))
