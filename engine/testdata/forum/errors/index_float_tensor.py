torch.ones(3)[torch.tensor([0.0, 1.0])]
