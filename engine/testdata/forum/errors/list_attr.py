l = [torch.ones(1)]
l.mean()
