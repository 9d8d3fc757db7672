a, b = torch.tensor(1.0)
