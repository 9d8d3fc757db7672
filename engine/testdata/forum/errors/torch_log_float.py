torch.log(2.0)
