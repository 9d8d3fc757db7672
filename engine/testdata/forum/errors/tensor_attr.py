torch.ones(2).avg
