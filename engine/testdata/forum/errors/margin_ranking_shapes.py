F.margin_ranking_loss(torch.ones(2), torch.ones(2, 1), torch.ones(2))
