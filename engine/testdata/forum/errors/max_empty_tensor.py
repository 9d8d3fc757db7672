torch.tensor([]).max()
