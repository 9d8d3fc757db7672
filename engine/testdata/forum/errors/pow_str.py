torch.ones(2) ** "2"
