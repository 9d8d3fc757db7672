math.exp(torch.ones(2))
