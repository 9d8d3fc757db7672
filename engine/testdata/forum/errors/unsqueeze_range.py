torch.ones(3).unsqueeze(3)
