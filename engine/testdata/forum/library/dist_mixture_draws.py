import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2, 1.0], requires_grad=True)
b = torch.tensor([0.1, -0.4, 0.7], requires_grad=True)
d = D.MixtureSameFamily(D.Categorical(logits=a), D.Normal(b, torch.tensor([0.5, 1.0, 2.0])))
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
print(e.batch_shape, e.event_shape, e.log_prob(torch.tensor([0.2, 0.3, 0.5, -2.0])).shape if d.batch_shape else "")
