w = torch.zeros(2, requires_grad=True)
w.fill_(1.0)
