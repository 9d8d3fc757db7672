class Loss:
    def forward(self, p, n=0):
        return self.forward(p, n + 1)

Loss().forward(torch.ones(2))
