len(torch.tensor(3.0))
