d = torch.device("gpu")
