torch.ones(2, 3).gather(1, torch.tensor([0, 1]))
