F.mse_loss(torch.ones(2), torch.ones(2), reduction="avg")
