torch.ones(3)["a"]
