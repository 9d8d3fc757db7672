class Sq(torch.autograd.Function):
    def forward(ctx, x):
        return x * x
    def backward(ctx, g):
        return g
Sq()(torch.ones(1, requires_grad=True))
