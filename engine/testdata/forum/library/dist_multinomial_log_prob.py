import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 1.0], requires_grad=True)
b = torch.zeros(3, requires_grad=True)
d = D.Multinomial(6, logits=a)
x = torch.tensor([3.0, 1.0, 2.0])
print(d.batch_shape, d.event_shape)
lp = d.log_prob(x)
print(lp)
(-lp.mean()).backward()
print(a.grad)
print(b.grad)
