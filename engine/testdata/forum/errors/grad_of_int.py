x = torch.tensor([1, 2, 3]).float().long()
x.requires_grad = True
