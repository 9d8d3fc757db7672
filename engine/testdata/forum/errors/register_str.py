class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.register_buffer("a.b", torch.ones(1))
L()
