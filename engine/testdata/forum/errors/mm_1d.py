torch.mm(torch.ones(3), torch.ones(3, 2))
