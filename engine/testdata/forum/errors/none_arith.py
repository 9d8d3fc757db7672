x = None
y = x * torch.ones(2)
