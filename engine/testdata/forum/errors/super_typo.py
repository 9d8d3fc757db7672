class L(nn.Module):
    def __init__(self, a):
        super().__init__(a)
L(1)
