torch.ones(2).sum(dims=0)
