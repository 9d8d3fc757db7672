import torch
import torch.distributions as D

a = torch.zeros(3, requires_grad=True)
b = torch.tensor([0.1, -0.4, 0.7], requires_grad=True)
d = D.Exponential(b.exp())
x = torch.tensor([0.5, 2.0, 1.0])
print(d.batch_shape, d.event_shape)
lp = d.log_prob(x)
print(lp)
(-lp.mean()).backward()
print(a.grad)
print(b.grad)
