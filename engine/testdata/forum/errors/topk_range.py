torch.ones(3).topk(5)
