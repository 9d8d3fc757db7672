nn.MSELoss(reduce_mean=True)
