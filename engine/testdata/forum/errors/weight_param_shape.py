lin = nn.Linear(2, 3)
lin.weight = torch.ones(3, 2)
