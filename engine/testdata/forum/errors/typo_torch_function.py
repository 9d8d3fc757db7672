x = torch.ones(3)
y = torch.summ(x)
