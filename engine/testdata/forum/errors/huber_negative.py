F.huber_loss(torch.ones(2), torch.ones(2), delta=-1.0)
