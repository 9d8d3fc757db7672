torch.cat([torch.ones(1), None])
