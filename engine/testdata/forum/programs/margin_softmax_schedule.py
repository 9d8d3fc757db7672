import math
import torch
from torch import nn
from torch.nn import functional as F, Parameter

class AddMarginProduct(nn.Module):
    r"""Implement of large margin cosine distance: :
    Args:
        in_features: size of each input sample
    """
    def __init__(self, in_features, out_features, s=30.0, m=0.40):
        super(AddMarginProduct, self).__init__()
        self.in_features = in_features
        self.out_features = out_features
        self.s = s
        self.m = m
        self.weight = Parameter(torch.FloatTensor(out_features, in_features))
        nn.init.xavier_uniform_(self.weight)

    def forward(self, input, label):
        cosine = F.linear(F.normalize(input), F.normalize(self.weight))
        phi = cosine - self.m
        one_hot = torch.zeros(cosine.size(), device='cpu')
        one_hot.scatter_(1, label.view(-1, 1).long(), 1)
        output = (one_hot * phi) + ((1.0 - one_hot) * cosine)
        output *= self.s
        return output

    def __repr__(self):
        return self.__class__.__name__ + '(' \
               + 'in_features=' + str(self.in_features) \
               + ', out_features=' + str(self.out_features) \
               + ', s=' + str(self.s) \
               + ', m=' + str(self.m) + ')'

torch.manual_seed(3)
head = AddMarginProduct(4, 3)
print(head)
emb = torch.randn(5, 4, requires_grad=True)
lab = torch.LongTensor([0, 1, 2, 1, 0])
for epoch in range(2):
    head.m = 0.2 * (epoch + 1)
    out = head(emb, lab)
    loss = F.cross_entropy(out, lab)
    head.zero_grad()
    loss.backward()
    print(f'm={head.m:.1f}', loss.item(), head.weight.grad.norm())
print(math.degrees(math.acos(0.5)), emb.grad.shape, nn.Sequential(head))
