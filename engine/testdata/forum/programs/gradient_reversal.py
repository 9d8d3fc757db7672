import torch
import torch.nn as nn
from torch.autograd import Function

class GradReverse(Function):
    @staticmethod
    def forward(ctx, x, alpha):
        ctx.alpha = alpha
        return x.view_as(x)

    @staticmethod
    def backward(ctx, grad_output):
        output = grad_output.neg() * ctx.alpha
        return output, None

def grad_reverse(x, alpha=1.0):
    return GradReverse.apply(x, alpha)

torch.manual_seed(4)
feat = torch.randn(3, 2, requires_grad=True)
disc = nn.Sequential(nn.Linear(2, 4), nn.ELU(), nn.Linear(4, 1))
dom = torch.tensor([[0.], [1.], [1.]])
loss_fn = nn.BCEWithLogitsLoss()
direct = torch.autograd.grad(loss_fn(disc(feat), dom), feat)[0]
for p in [0.0, 0.5, 1.0]:
    alpha = 2. / (1. + torch.exp(torch.tensor(-10 * p)).item()) - 1
    g = torch.autograd.grad(loss_fn(disc(grad_reverse(feat, alpha)), dom), feat)[0]
    print(p, round(alpha, 4), torch.allclose(g, -alpha * direct))
print(direct)
