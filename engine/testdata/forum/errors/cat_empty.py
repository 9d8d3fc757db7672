torch.cat([])
