import torch
import torch.nn as nn
import torch.nn.functional as F

class AutomaticWeightedLoss(nn.Module):
    """automatically weighted multi-task loss"""
    def __init__(self, num=2):
        super(AutomaticWeightedLoss, self).__init__()
        params = torch.ones(num, requires_grad=True)
        self.params = torch.nn.Parameter(params)

    def forward(self, *x):
        loss_sum = 0
        for i, loss in enumerate(x):
            loss_sum += 0.5 / (self.params[i] ** 2) * loss + torch.log(1 + self.params[i] ** 2)
        return loss_sum

torch.manual_seed(27)
awl = AutomaticWeightedLoss(2)
p = torch.randn(5, 2, requires_grad=True)
t = torch.randn(5, 2)
total = awl(F.mse_loss(p[:, 0], t[:, 0]), F.l1_loss(p[:, 1], t[:, 1]))
total.backward()
print(total, awl.params.grad, p.grad.norm())
print([n for n, _ in awl.named_parameters()])
