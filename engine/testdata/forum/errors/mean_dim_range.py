torch.ones(2, 3).mean(dim=(0, 2))
