torch.ones(2, 2).mean(dims=1)
