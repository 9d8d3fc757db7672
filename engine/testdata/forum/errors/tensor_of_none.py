torch.tensor(None)
