torch.tensor([True]) - torch.tensor([False])
