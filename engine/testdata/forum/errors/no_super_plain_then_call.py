class L(nn.Module):
    def __init__(self):
        self.alpha = 0.5
    def forward(self, x):
        return self.alpha * x.sum()
L()(torch.ones(2))
