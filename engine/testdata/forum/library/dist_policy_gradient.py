import torch
import torch.distributions as D


logits = torch.tensor([[0.5, -1.0, 0.2], [0.1, 0.0, 0.7]], requires_grad=True)
torch.manual_seed(5)
dist = D.Categorical(logits=logits)
actions = dist.sample()
advantage = torch.tensor([1.0, -0.5])
loss = -(dist.log_prob(actions) * advantage).mean() - 0.01 * dist.entropy().mean()
loss.backward()
print(actions, loss, logits.grad)
mean = torch.tensor([0.1, 0.2], requires_grad=True)
std = torch.tensor([0.5, 0.6], requires_grad=True)
n = D.Normal(mean, std)
u = n.rsample()
a = torch.tanh(u)
logp = (n.log_prob(u) - torch.log(1 - a.pow(2) + 1e-6)).sum(-1)
print(a, logp)
logp.backward()
print(mean.grad, std.grad)
