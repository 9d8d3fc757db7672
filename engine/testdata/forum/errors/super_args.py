class A(nn.Module):
    def __init__(self):
        super(B, self).__init__()
A()
