nn.BCELoss()(torch.full((3, 1), 0.5), torch.ones(3))
