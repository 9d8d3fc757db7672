x = torch.ones(3)
F.softmax(x, dim=2)
