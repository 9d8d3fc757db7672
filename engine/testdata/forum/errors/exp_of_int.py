torch.exp(2)
