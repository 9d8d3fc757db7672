torch.optim.SGD(torch.ones(2), lr=0.1)
