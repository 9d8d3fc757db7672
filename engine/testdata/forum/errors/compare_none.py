torch.ones(2) > None
