torch.tensor(["a"])
