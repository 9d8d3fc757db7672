F.nll_loss(torch.randn(2, 3), torch.tensor([0.0, 1.0]))
