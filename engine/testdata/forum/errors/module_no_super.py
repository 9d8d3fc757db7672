class L(nn.Module):
    def __init__(self):
        self.mse = nn.MSELoss()
L()
