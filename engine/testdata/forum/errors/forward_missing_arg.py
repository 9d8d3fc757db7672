class L(nn.Module):
    def forward(self, p, t):
        return (p - t).mean()
L()(torch.ones(1))
