p = torch.tensor([1.0, 2.0
t = torch.zeros(2)
print(p - t)
