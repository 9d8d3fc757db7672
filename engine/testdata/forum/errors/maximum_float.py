torch.maximum(torch.ones(2), 0.0)
