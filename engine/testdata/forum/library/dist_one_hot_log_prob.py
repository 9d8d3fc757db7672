import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 1.0], requires_grad=True)
b = torch.tensor([0.1, -0.4, 0.7], requires_grad=True)
d = D.OneHotCategorical(logits=torch.stack([a, b]))
x = torch.tensor([[0.0, 0.0, 1.0], [1.0, 0.0, 0.0]])
print(d.batch_shape, d.event_shape)
lp = d.log_prob(x)
print(lp)
(-lp.mean()).backward()
print(a.grad)
print(b.grad)
