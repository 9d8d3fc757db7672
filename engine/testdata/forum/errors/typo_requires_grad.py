x = torch.ones(3, require_grad=True)
