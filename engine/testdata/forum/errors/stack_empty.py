torch.stack([])
