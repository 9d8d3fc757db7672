crit = nn.MSELoss()
x = torch.ones(3)
crit(x)
