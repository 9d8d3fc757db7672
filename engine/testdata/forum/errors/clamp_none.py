torch.ones(2).clamp()
