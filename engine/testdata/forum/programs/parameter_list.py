import torch
import torch.nn as nn

class GradNormWeights(nn.Module):
    def __init__(self, n_tasks=3):
        super().__init__()
        self.w = nn.ParameterList([nn.Parameter(torch.tensor(1.0 + i)) for i in range(n_tasks)])

    def forward(self, losses):
        assert len(losses) == len(self.w)
        return torch.stack([w * l for w, l in zip(self.w, losses)]).sum()

m = GradNormWeights()
ls = [torch.tensor(v, requires_grad=True) for v in (0.5, 1.0, 2.0)]
out = m(ls)
out.backward()
print(out.item(), [p.grad.item() for p in m.parameters()], [l.grad.item() for l in ls])
for name, p in m.named_parameters():
    print(name, tuple(p.shape), p.item())
