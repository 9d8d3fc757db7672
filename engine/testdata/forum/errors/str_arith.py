x = torch.ones(2) + "1"
