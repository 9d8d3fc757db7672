torch.equal(torch.ones(1), [1.0])
