F.mse_loss(torch.ones(3), torch.ones(4))
