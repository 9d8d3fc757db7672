torch.tensor({"a": 1})
