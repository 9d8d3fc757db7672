x = torch.ones(2, 3)
x.gather(1)
