x = torch.ones(6)
x.view(4, 2)
