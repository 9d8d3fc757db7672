x = torch.ones(2).to("cuda")
