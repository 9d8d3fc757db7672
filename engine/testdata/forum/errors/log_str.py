torch.log("x")
