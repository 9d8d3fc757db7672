F.conv2d(torch.ones(1, 3, 4, 4), torch.ones(1, 1, 3, 3))
