torch.ones("2")
