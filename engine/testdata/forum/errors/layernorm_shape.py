nn.LayerNorm(3)(torch.ones(2, 4))
