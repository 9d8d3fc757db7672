torch.manual_seed("a")
