torch.sqrt(2.0)
