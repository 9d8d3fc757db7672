crit = FocalLoss(gamma=2)
