class Sq(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x, k):
        return x * k
    @staticmethod
    def backward(ctx, g):
        return g
Sq.apply(torch.ones(1, requires_grad=True), 2).backward()
