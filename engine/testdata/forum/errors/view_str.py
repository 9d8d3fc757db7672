torch.ones(4).view("2", 2)
