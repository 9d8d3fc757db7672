class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.w = nn.Parameter(torch.ones(1))
    def forward(self, x):
        self.w = self.w * 0.9
        return (self.w * x).sum()
L()(torch.ones(1))
