nn.Embedding(3, 2)(torch.tensor([0.0, 1.0]))
