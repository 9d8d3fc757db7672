torch.ones(4).reshape(2.0, 2)
