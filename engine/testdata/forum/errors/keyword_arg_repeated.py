F.mse_loss(input=torch.ones(1), input=torch.ones(1))
