def forward(p, t):

x = 3
