x = torch.tensor([4, 2])
x /= 2
