x = torch.ones(3)
y = x.maen()
