torch.tensor(1.0)[0]
