class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        return x * 2
    @staticmethod
    def backward(ctx, g):
        return torch.ones(3)
Sq.apply(torch.ones(2, requires_grad=True)).sum().backward()
