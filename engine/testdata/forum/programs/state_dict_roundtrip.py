import torch
import torch.nn as nn
from collections import OrderedDict

torch.manual_seed(1)
model = nn.Sequential(OrderedDict([
    ('fc1', nn.Linear(2, 3)),
    ('act', nn.LeakyReLU(0.2)),
    ('fc2', nn.Linear(3, 1, bias=False)),
]))
print(model)
sd = model.state_dict()
for k, v in sd.items():
    print(k, tuple(v.size()), v.dtype)
clone = nn.Sequential(OrderedDict([
    ('fc1', nn.Linear(2, 3)), ('act', nn.LeakyReLU(0.2)), ('fc2', nn.Linear(3, 1, bias=False))]))
result = clone.load_state_dict(sd)
print(result)
x = torch.tensor([[1., -2.]])
print(torch.equal(model(x), clone(x)))
print(sum(p.numel() for p in model.parameters() if p.requires_grad))
print(model.fc1.weight.requires_grad, model[1], len(model))
print(model.fc2.bias)
