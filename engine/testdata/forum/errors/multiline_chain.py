x = torch.ones(2, 3)
y = (x
     .sum(dim=1)
     .view(5))
