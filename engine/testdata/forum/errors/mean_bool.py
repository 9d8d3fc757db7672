(torch.ones(3) > 0).mean()
