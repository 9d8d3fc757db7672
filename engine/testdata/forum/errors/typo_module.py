crit = nn.MSEloss()
