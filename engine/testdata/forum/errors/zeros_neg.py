torch.zeros(-2)
