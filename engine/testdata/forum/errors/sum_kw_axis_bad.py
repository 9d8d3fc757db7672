torch.ones(2).sum(dim="a")
