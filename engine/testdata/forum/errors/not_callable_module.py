torch.nn.functional(torch.ones(1))
