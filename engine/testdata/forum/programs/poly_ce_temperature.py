import torch
import torch.nn.functional as F

class PolyLoss(torch.nn.Module):
    def __init__(self, weight_loss=None, epsilon=1.0):
        super().__init__()
        self.CELoss = torch.nn.CrossEntropyLoss(weight=weight_loss, reduction='none')
        self.epsilon = epsilon

    def forward(self, predicted, labels):
        one_hot = torch.zeros((len(labels), predicted.shape[-1]))
        one_hot.scatter_(1, labels.unsqueeze(-1), 1.)
        pt = torch.sum(one_hot * F.softmax(predicted, dim=1), dim=-1)
        ce = self.CELoss(predicted, labels)
        poly1 = ce + self.epsilon * (1 - pt)
        return torch.mean(poly1)

torch.manual_seed(51)
x = torch.randn(4, 3, requires_grad=True)
y = torch.LongTensor([2, 0, 1, 1])
l = PolyLoss()(x, y)
l.backward()
print(l, x.grad)
