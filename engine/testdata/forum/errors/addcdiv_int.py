torch.addcdiv(torch.tensor([1]), torch.tensor([1]), torch.tensor([1]))
