import torch
import torch.nn as nn

class Scaled(nn.Module):
    def __init__(self, inner, scale):
        super().__init__()
        self.inner = inner
        self.scale = scale
    def __getattr__(self, name):
        try:
            return super().__getattr__(name)
        except AttributeError:
            return getattr(self.inner, name)
    def forward(self, *args, **kwargs):
        return self.scale * self.inner(*args, **kwargs)

s = Scaled(nn.SmoothL1Loss(beta=0.25), 2.0)
print(s.beta, s.reduction, s.scale, s(torch.tensor([1.0]), torch.tensor([0.0])))
try:
    s.nothing
except AttributeError as e:
    print(e)
