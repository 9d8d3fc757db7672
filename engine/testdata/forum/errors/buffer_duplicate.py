class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.a = 1
        self.register_buffer("a", torch.ones(1))
L()
