torch.bernoulli(torch.tensor([1.5]))
