F.kl_div("a", torch.ones(1))
