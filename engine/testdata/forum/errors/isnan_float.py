torch.isnan(1.0)
