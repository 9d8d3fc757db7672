torch.zeros(2.0)
