torch.tensor([1.0], require_grad=True)
