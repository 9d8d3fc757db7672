torch.ones(3).index_select(0, torch.tensor([3]))
