class L(nn.Module):
    def __init__(self):
        self.w = nn.Parameter(torch.ones(1))
L()
