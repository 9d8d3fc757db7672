import torch
EPS = {torch.float32: 4e-3, torch.float64: 1e-5}

class Artanh(torch.autograd.Function):
    @staticmethod
    def forward(ctx, x):
        x = x.clamp(-1 + 1e-5, 1 - 1e-5)
        ctx.save_for_backward(x)
        res = (torch.log_(1 + x).sub_(torch.log_(1 - x))).mul_(0.5)
        return res

    @staticmethod
    def backward(ctx, grad_output):
        (input,) = ctx.saved_tensors
        return grad_output / (1 - input ** 2)

def artanh(x):
    return Artanh.apply(x)

def mobius_add(x, y, c=1.0):
    x2 = x.pow(2).sum(dim=-1, keepdim=True)
    y2 = y.pow(2).sum(dim=-1, keepdim=True)
    xy = (x * y).sum(dim=-1, keepdim=True)
    num = (1 + 2 * c * xy + c * y2) * x + (1 - c * x2) * y
    denom = 1 + 2 * c * xy + c ** 2 * x2 * y2
    return num / denom.clamp_min(1e-15)

def dist(x, y, c=1.0):
    sqrt_c = c ** 0.5
    return 2 / sqrt_c * artanh(sqrt_c * mobius_add(-x, y, c=c).norm(dim=-1, p=2))

x = torch.tensor([[0.1, 0.2], [0.5, -0.3]], requires_grad=True)
y = torch.tensor([[0.0, 0.0], [0.6, 0.1]])
d = dist(x, y)
d.sum().backward()
print(d)
print(x.grad)

R1, R2 = torch.eye(3), torch.tensor([[0., -1., 0.], [1., 0., 0.], [0., 0., 1.]])
m = torch.matmul(R1, R2.transpose(0, 1))
theta = torch.acos(torch.clamp((torch.trace(m) - 1) / 2, -1 + 1e-6, 1 - 1e-6))
print(theta, torch.rad2deg(theta), EPS[x.dtype])
