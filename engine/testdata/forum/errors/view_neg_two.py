torch.ones(6).view(-1, -1)
