torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [3]]), 1.0)
