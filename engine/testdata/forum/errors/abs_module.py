torch.abs(nn.MSELoss())
