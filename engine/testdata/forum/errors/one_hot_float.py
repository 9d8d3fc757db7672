F.one_hot(torch.tensor([0.0, 1.0]))
