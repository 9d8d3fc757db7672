import torch
import torch.nn as nn
import torch.nn.functional as F

class OhemCELoss(nn.Module):
    def __init__(self, thresh=0.7, ignore_lb=255):
        super(OhemCELoss, self).__init__()
        self.thresh = -torch.log(torch.tensor(thresh, requires_grad=False, dtype=torch.float))
        self.ignore_lb = ignore_lb
        self.criteria = nn.CrossEntropyLoss(ignore_index=ignore_lb, reduction='none')

    def forward(self, logits, labels):
        n_min = labels[labels != self.ignore_lb].numel() // 4
        loss = self.criteria(logits, labels).view(-1)
        loss_hard = loss[loss > self.thresh]
        if loss_hard.numel() < n_min:
            loss_hard, _ = loss.topk(n_min)
        return torch.mean(loss_hard)

torch.manual_seed(59)
x = torch.randn(2, 3, 4, requires_grad=True)
y = torch.randint(0, 3, (2, 4))
y[0, 0] = 255
l = OhemCELoss()(x, y)
l.backward()
print(l, x.grad.abs().sum())
