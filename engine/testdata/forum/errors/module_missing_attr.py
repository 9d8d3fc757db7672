class L(nn.Module):
    def forward(self, x, y):
        return self.alpha * (x - y).mean()
L()(torch.ones(2), torch.ones(2))
