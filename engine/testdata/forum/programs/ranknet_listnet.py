import torch
import torch.nn.functional as F

def ranknet(s, y):
    diff = s[:, None] - s[None, :]
    tij = torch.sign(y[:, None] - y[None, :])
    pij = 0.5 * (1 + tij)
    return F.binary_cross_entropy_with_logits(diff, pij)

def listnet(y_pred, y_true, eps=1e-10):
    preds_smax = F.softmax(y_pred, dim=0)
    true_smax = F.softmax(y_true, dim=0)
    preds_smax = preds_smax + eps
    return torch.mean(-torch.sum(true_smax * torch.log(preds_smax), dim=0))

torch.manual_seed(45)
s = torch.randn(6, requires_grad=True)
y = torch.tensor([3., 1., 2., 0., 1., 5.])
l = ranknet(s, y) + listnet(s, y)
l.backward()
print(l, s.grad)
