F.conv2d(torch.ones(1, 1, 2, 2), torch.ones(1, 1, 3, 3))
