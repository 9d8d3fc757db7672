torch.ones(2).unsqueeze(-4)
