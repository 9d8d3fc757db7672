torch.inverse(torch.zeros(2, 2))
