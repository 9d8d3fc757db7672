torch.ones(3).kthvalue(4)
