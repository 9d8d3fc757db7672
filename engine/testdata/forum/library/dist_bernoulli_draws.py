import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 2.0], requires_grad=True)
b = torch.zeros(3, requires_grad=True)
d = D.Bernoulli(logits=a)
torch.manual_seed(3)
print(d.sample())
print(d.sample((2,)))
print(d.sample(torch.Size([2, 2])).shape)
if d.has_rsample:
    r = d.rsample((4,))
    print(r.detach())
    (r ** 2).mean().backward()
    print(a.grad, b.grad)
e = d.expand((2,) + d.batch_shape)
print(e.batch_shape, e.event_shape, e.log_prob(torch.tensor([1.0, 0.0, 1.0])).shape if d.batch_shape else "")
