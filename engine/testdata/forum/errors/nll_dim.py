F.nll_loss(torch.ones(3, 2).log_softmax(1), torch.tensor([[0], [1], [0]]))
