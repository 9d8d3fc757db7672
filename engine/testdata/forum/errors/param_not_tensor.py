nn.Parameter(1.0)
