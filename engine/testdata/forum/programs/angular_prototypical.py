import torch
import torch.nn as nn
import torch.nn.functional as F

class LossFunction(nn.Module):
    def __init__(self, init_w=10.0, init_b=-5.0, **kwargs):
        super(LossFunction, self).__init__()
        self.test_normalize = True
        self.w = nn.Parameter(torch.tensor(init_w))
        self.b = nn.Parameter(torch.tensor(init_b))
        self.criterion = torch.nn.CrossEntropyLoss()
        print('Initialised AngleProto')

    def forward(self, x, label=None):
        assert x.size()[1] >= 2
        out_anchor = torch.mean(x[:, 1:, :], 1)
        out_positive = x[:, 0, :]
        stepsize = out_anchor.size()[0]
        cos_sim_matrix = F.cosine_similarity(out_positive.unsqueeze(-1), out_anchor.unsqueeze(-1).transpose(0, 2))
        torch.clamp(self.w, 1e-6)
        cos_sim_matrix = cos_sim_matrix * self.w + self.b
        label = torch.arange(0, stepsize)
        nloss = self.criterion(cos_sim_matrix, label)
        prec1 = (cos_sim_matrix.argmax(dim=1) == label).float().mean() * 100
        return nloss, prec1

torch.manual_seed(10)
x = torch.randn(4, 3, 5, requires_grad=True)
crit = LossFunction(foo=1)
loss, acc = crit(x)
loss.backward()
print(loss, acc)
print(crit.w.grad, crit.b.grad)
print(x.grad.sum(-1))
print([n for n, _ in crit.named_children()], crit.test_normalize)
