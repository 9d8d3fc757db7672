import torch
import torch.distributions as D

a = torch.tensor([0.3, -1.2], requires_grad=True)
b = torch.tensor([0.1, -0.4], requires_grad=True)
d = D.TransformedDistribution(D.Normal(torch.stack([a, b]), 1.0), D.StickBreakingTransform())
x = torch.tensor([[0.2, 0.3, 0.5], [0.1, 0.1, 0.8]])
print(d.batch_shape, d.event_shape)
lp = d.log_prob(x)
print(lp)
(-lp.mean()).backward()
print(a.grad)
print(b.grad)
