F.pad(torch.ones(2), (1, 1, 1, 1))
