class L(nn.Module):
    def __init__(self):
        super().__init__()
        self.weights = torch.ones(2)
    def forward(self, x):
        return (self.weight * x).sum()
L()(torch.ones(2))
