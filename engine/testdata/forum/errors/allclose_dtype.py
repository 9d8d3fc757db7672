torch.allclose(torch.ones(2), torch.ones(2).double())
