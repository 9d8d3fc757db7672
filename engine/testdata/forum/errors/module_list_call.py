nn.ModuleList([nn.Linear(1, 1)])(torch.ones(1))
