torch.ones(3).topk(2, dim=1)
