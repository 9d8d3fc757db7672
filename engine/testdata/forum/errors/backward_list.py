losses = [torch.ones(1, requires_grad=True).sum()]
losses.backward()
