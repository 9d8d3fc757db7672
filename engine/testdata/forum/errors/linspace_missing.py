torch.linspace(0, 1)
