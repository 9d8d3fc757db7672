torch.tensor([1.0], dtype="float32")
