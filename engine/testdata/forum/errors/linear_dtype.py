nn.Linear(2, 1)(torch.ones(3, 2).double())
