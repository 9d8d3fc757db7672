nn.FocalLoss()
