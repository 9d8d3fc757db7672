m = nn.MSELoss()
m[0]
