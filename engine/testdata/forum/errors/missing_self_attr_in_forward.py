class Loss(nn.Module):
    def __init__(self, w):
        super().__init__()
        self.w = w

    def forward(self, p, t):
        return (w * (p - t) ** 2).mean()

loss = Loss(2.0)
loss(torch.ones(3), torch.zeros(3))
