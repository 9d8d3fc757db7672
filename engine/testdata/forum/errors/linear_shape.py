nn.Linear(3, 2)(torch.ones(4, 4))
