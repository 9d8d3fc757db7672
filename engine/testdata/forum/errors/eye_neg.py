torch.eye(-1)
