m = nn.Linear(2, 2).cuda()
