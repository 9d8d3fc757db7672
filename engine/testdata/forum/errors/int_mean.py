x = torch.tensor([1, 2])
x.mean()
