import torch

def ste_round(x):
    return x + (x.round() - x).detach()

class STELoss(torch.nn.Module):
    def forward(self, p, t):
        return torch.nn.functional.mse_loss(ste_round(p), t)

torch.manual_seed(40)
p = (torch.randn(6) * 3).requires_grad_()
t = torch.randn(6)
l = STELoss()(p, t)
l.backward()
print(l, p.grad)
