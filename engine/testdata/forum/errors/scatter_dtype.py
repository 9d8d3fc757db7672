torch.zeros(2, 3).scatter_(1, torch.tensor([[0], [1]]), torch.ones(2, 1).long())
