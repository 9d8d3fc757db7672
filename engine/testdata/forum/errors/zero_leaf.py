w = torch.zeros(2, requires_grad=True)
w.zero_()
