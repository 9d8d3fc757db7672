loss = torch.ones(1)
loss.mean()()
