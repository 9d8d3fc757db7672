F.one_hot(torch.tensor([0, 5]), num_classes=3)
