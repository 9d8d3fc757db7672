torch.ones(2).masked_select(torch.tensor([1.0, 0.0]))
