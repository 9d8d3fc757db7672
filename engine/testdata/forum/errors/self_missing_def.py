class L(nn.Module):
    def forward(self x):
        return x
