torch.tensor([1, 2, 3]).std()
