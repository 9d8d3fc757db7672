import torch
import torch.nn as nn
import torch.nn.functional as F

class LabelSmoothingCrossEntropy(nn.Module):
    def __init__(self, smoothing=0.1):
        super().__init__()
        assert smoothing < 1.0
        self.smoothing = smoothing
        self.confidence = 1. - smoothing
    def forward(self, x, target):
        logprobs = F.log_softmax(x, dim=-1)
        nll_loss = -logprobs.gather(dim=-1, index=target.unsqueeze(1))
        nll_loss = nll_loss.squeeze(1)
        smooth_loss = -logprobs.mean(dim=-1)
        loss = self.confidence * nll_loss + self.smoothing * smooth_loss
        return loss.mean()

class SmoothKL(nn.Module):
    def __init__(self, n, eps=0.1, ignore=-1):
        super().__init__()
        self.n, self.eps, self.ignore = n, eps, ignore
    def forward(self, x, t):
        with torch.no_grad():
            true_dist = x.data.clone()
            true_dist.fill_(self.eps / (self.n - 1))
            ignore = t == self.ignore
            t = t.masked_fill(ignore, 0)
            true_dist.scatter_(1, t.unsqueeze(1), 1 - self.eps)
            true_dist.masked_fill_(ignore.unsqueeze(1), 0)
        return F.kl_div(torch.log_softmax(x, 1), true_dist, reduction='sum') / (~ignore).sum()

torch.manual_seed(14)
x = torch.randn(4, 5, requires_grad=True)
t = torch.tensor([1, 4, 0, 2])
a = LabelSmoothingCrossEntropy(0.1)(x, t)
b = F.cross_entropy(x, t, label_smoothing=0.1)
c = nn.CrossEntropyLoss(label_smoothing=0.1, weight=torch.tensor([1., 2., 1., 1., .5]))(x, t)
t2 = torch.tensor([1, -1, 0, 2])
d = SmoothKL(5)(x, t2)
print(a, b, c, d, sep='\n')
(a + b + c + d).backward()
print(x.grad)
print(F.cross_entropy(x, torch.softmax(torch.randn(4, 5), dim=1), reduction='none'))
