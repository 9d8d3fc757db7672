w = torch.ones(2, requires_grad=True) * 2
torch.optim.SGD([w], lr=0.1)
