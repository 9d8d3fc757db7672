x = torch.ones(3, requires_grad=True)
x.numpy()
