import torch
import torch.nn as nn
from torch import einsum

def simplex(t, axis=1):
    _sum = t.sum(axis).type(torch.float32)
    _ones = torch.ones_like(_sum, dtype=torch.float32)
    return torch.allclose(_sum, _ones)

class GeneralizedDice():
    def __init__(self, **kwargs):
        self.idc = kwargs["idc"]
        print(f"Initialized {self.__class__.__name__} with {kwargs}")

    def __call__(self, probs, target):
        assert simplex(probs) and simplex(target)
        pc = probs[:, self.idc, ...].type(torch.float32)
        tc = target[:, self.idc, ...].type(torch.float32)
        w = 1 / ((einsum("bkwh->bk", tc).type(torch.float32) + 1e-10) ** 2)
        intersection = w * einsum("bkwh,bkwh->bk", pc, tc)
        union = w * (einsum("bkwh->bk", pc) + einsum("bkwh->bk", tc))
        divided = 1 - 2 * (einsum("bk->b", intersection) + 1e-10) / (einsum("bk->b", union) + 1e-10)
        loss = divided.mean()
        return loss

torch.manual_seed(0)
logits = torch.randn(2, 3, 4, 4, requires_grad=True)
lab = torch.randint(0, 3, (2, 4, 4))
onehot = torch.zeros(2, 3, 4, 4).scatter_(1, lab.unsqueeze(1), 1.0)
gd = GeneralizedDice(idc=[0, 1, 2])
loss = gd(logits.softmax(dim=1), onehot)
loss.backward()
print(loss)
print(logits.grad.view(2, 3, -1).norm(dim=-1))
