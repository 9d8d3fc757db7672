import torch
import torch.nn as nn

class CCCLoss(nn.Module):
    def __init__(self):
        super(CCCLoss, self).__init__()
        self.mean = torch.mean
        self.var = torch.var
        self.sum = torch.sum
        self.sqrt = torch.sqrt
        self.std = torch.std

    def forward(self, prediction, ground_truth):
        mean_gt = self.mean(ground_truth, 0)
        mean_pred = self.mean(prediction, 0)
        var_gt = self.var(ground_truth, 0)
        var_pred = self.var(prediction, 0)
        v_pred = prediction - mean_pred
        v_gt = ground_truth - mean_gt
        cor = self.sum(v_pred * v_gt) / (self.sqrt(self.sum(v_pred ** 2)) * self.sqrt(self.sum(v_gt ** 2)))
        sd_gt = self.std(ground_truth)
        sd_pred = self.std(prediction)
        numerator = 2 * cor * sd_gt * sd_pred
        denominator = var_gt + var_pred + (mean_gt - mean_pred) ** 2
        ccc = numerator / denominator
        return 1 - ccc

def soft_rank(x, tau=0.1):
    diff = (x.unsqueeze(-1) - x.unsqueeze(-2)) / tau
    return torch.sigmoid(diff).sum(-1) + 0.5

torch.manual_seed(33)
p = torch.randn(10, requires_grad=True)
y = torch.randn(10)
l = CCCLoss()(p, y)
l.backward()
print(l, p.grad)
print(soft_rank(p, 1e-3).round(), p.argsort().argsort() + 1)
print(torch.var(y, unbiased=False), y.var(unbiased=False, dim=0, keepdim=True), torch.std_mean(y), torch.var_mean(y, dim=0))
