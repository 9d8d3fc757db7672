import torch
from torch.autograd import Function
from torch.autograd.function import once_differentiable

class WeightedMSE(Function):
    @staticmethod
    def forward(ctx, pred, target, weight):
        diff = pred - target
        ctx.save_for_backward(diff, weight)
        ctx.n = diff.numel()
        return (weight * diff * diff).sum() / ctx.n

    @staticmethod
    @once_differentiable
    def backward(ctx, grad_out):
        diff, weight = ctx.saved_tensors
        grad = grad_out * 2 * weight * diff / ctx.n
        gw = grad_out * diff * diff / ctx.n if ctx.needs_input_grad[2] else None
        return grad, -grad if ctx.needs_input_grad[1] else None, gw

class MyExp(Function):
    @staticmethod
    def forward(ctx, i):
        result = i.exp()
        ctx.save_for_backward(result)
        ctx.mark_non_differentiable()
        return result
    @staticmethod
    def backward(ctx, g):
        result, = ctx.saved_tensors
        return g * result

class TwoOut(Function):
    @staticmethod
    def forward(ctx, a, b):
        ctx.save_for_backward(a, b)
        return a * b, a + b
    @staticmethod
    def backward(ctx, g1, g2):
        a, b = ctx.saved_tensors
        return g1 * b + g2, g1 * a + g2

p = torch.tensor([1., 2., 4.], requires_grad=True)
t = torch.tensor([0., 2., 1.])
w = torch.tensor([1., 1., 0.5], requires_grad=True)
loss = WeightedMSE.apply(p, t, w)
loss.backward()
print(loss, p.grad, w.grad)
x = torch.tensor([0.3, -0.2], dtype=torch.double, requires_grad=True)
print(torch.autograd.gradcheck(MyExp.apply, (x,)), MyExp.apply(x))
a, b = torch.tensor(2., requires_grad=True), torch.tensor(5., requires_grad=True)
m, s = TwoOut.apply(a, b)
(m + 3 * s).backward()
print(m, s, a.grad, b.grad)
