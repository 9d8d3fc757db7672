torch.ones(3).item()
