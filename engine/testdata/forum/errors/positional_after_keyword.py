F.huber_loss(input=torch.ones(1), torch.ones(1))
