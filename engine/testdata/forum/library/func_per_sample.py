import torch

from torch.func import functional_call, grad, vmap

torch.manual_seed(0)
model = torch.nn.Linear(3, 1)
params = {k: v.detach() for k, v in model.named_parameters()}
data, target = torch.randn(4, 3), torch.randn(4, 1)

def loss_fn(params, x, y):
    return ((functional_call(model, params, (x.unsqueeze(0),)) - y) ** 2).mean()

per_sample = vmap(grad(loss_fn), in_dims=(None, 0, 0))(params, data, target)
print({k: v.shape for k, v in per_sample.items()})
print(per_sample['weight'].mean(0))
print(loss_fn(params, data[0], target[0]))
