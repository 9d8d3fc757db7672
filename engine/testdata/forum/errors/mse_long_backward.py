p = torch.tensor([1, 2, 3])
t = torch.tensor([1, 2, 4])
l = F.mse_loss(p, t)
l.backward()
