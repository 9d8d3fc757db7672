torch.ones(2).long().requires_grad_()
