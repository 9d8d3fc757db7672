torch.full((2,))
