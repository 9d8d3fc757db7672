x = torch.ones(2)
torch.autograd.grad(x.sum(), x)
