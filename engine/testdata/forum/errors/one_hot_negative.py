F.one_hot(torch.tensor([-1, 2]))
