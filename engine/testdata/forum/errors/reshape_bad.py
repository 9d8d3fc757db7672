x = torch.ones(6)
x.reshape(-1, 4)
