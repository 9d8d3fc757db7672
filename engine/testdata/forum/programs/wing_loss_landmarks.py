import math
import torch
from torch import nn


class WingLoss(nn.Module):
    """https://arxiv.org/abs/1711.06753"""

    def __init__(self, width=5, curvature=0.5):
        super(WingLoss, self).__init__()
        self.width = width
        self.curvature = curvature
        self.C = self.width - self.width * math.log(1 + self.width / self.curvature)

    def forward(self, prediction, target):
        diff = target - prediction
        diff_abs = diff.abs()
        loss = diff_abs.clone()

        idx_smaller = diff_abs < self.width
        idx_bigger = diff_abs >= self.width

        loss[idx_smaller] = self.width * torch.log(1 + diff_abs[idx_smaller] / self.curvature)
        loss[idx_bigger] = loss[idx_bigger] - self.C
        loss = loss.mean()
        return loss


torch.manual_seed(42)
pred = (torch.randn(3, 5, 2) * 6).requires_grad_()
gt = torch.randn(3, 5, 2)
criterion = WingLoss()
out = criterion(pred, gt)
out.backward()
print('wing', out)
print(pred.grad)
print(criterion)
print(f'{criterion.C:.6f}')
