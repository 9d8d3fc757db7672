x = torch.ones(3)
x in [torch.ones(3), 2]
