import torch, copy, random
import torch.nn as nn
import torch.nn.functional as F
from torch.distributions import Normal, Categorical, kl_divergence
import numpy as np
from collections import deque, namedtuple
Transition = namedtuple('Transition', ('state', 'action', 'next_state', 'reward'))
class ReplayMemory(object):
    def __init__(self, capacity):
        self.memory = deque([], maxlen=capacity)
    def push(self, *args):
        self.memory.append(Transition(*args))
    def sample(self, batch_size):
        return random.sample(self.memory, batch_size)
    def __len__(self):
        return len(self.memory)
LOG_SIG_MAX, LOG_SIG_MIN, epsilon = 2, -20, 1e-6
class GaussianPolicy(nn.Module):
    def __init__(self, num_inputs, num_actions, hidden_dim):
        super().__init__()
        self.linear1 = nn.Linear(num_inputs, hidden_dim)
        self.mean_linear = nn.Linear(hidden_dim, num_actions)
        self.log_std_linear = nn.Linear(hidden_dim, num_actions)
        self.apply(self.weights_init_)
        self.action_scale = torch.tensor(1.)
        self.action_bias = torch.tensor(0.)
    def weights_init_(self, m):
        if isinstance(m, nn.Linear):
            torch.nn.init.xavier_uniform_(m.weight, gain=1)
            torch.nn.init.constant_(m.bias, 0)
    def sample(self, state):
        x = F.relu(self.linear1(state))
        mean = self.mean_linear(x)
        log_std = torch.clamp(self.log_std_linear(x), min=LOG_SIG_MIN, max=LOG_SIG_MAX)
        std = log_std.exp()
        normal = Normal(mean, std)
        x_t = normal.rsample()
        y_t = torch.tanh(x_t)
        action = y_t * self.action_scale + self.action_bias
        log_prob = normal.log_prob(x_t)
        log_prob -= torch.log(self.action_scale * (1 - y_t.pow(2)) + epsilon)
        log_prob = log_prob.sum(1, keepdim=True)
        return action, log_prob, torch.tanh(mean) * self.action_scale + self.action_bias
torch.manual_seed(0); random.seed(0); np.random.seed(0)
mem = ReplayMemory(10)
for i in range(8):
    mem.push(torch.randn(1, 3), torch.tensor([[i % 2]]), None if i == 3 else torch.randn(1, 3), torch.tensor([0.1 * i]))
batch = Transition(*zip(*mem.sample(4)))
non_final_mask = torch.tensor(tuple(map(lambda s: s is not None, batch.next_state)), dtype=torch.bool)
non_final_next_states = torch.cat([s for s in batch.next_state if s is not None])
policy_net, target_net = nn.Linear(3, 2), nn.Linear(3, 2)
target_net.load_state_dict(policy_net.state_dict())
q = policy_net(torch.cat(batch.state)).gather(1, torch.cat(batch.action))
nv = torch.zeros(4)
with torch.no_grad():
    nv[non_final_mask] = target_net(non_final_next_states).max(1).values
loss = nn.SmoothL1Loss()(q, (nv * 0.99 + torch.cat(batch.reward)).unsqueeze(1))
loss.backward()
torch.nn.utils.clip_grad_value_(policy_net.parameters(), 100)
print(loss, policy_net.weight.grad)
p = GaussianPolicy(3, 2, 8)
a, lp, m = p.sample(torch.randn(5, 3))
ql = (0.2 * lp - a.sum(1, keepdim=True)).mean()
ql.backward()
print(ql, p.mean_linear.weight.grad.norm(), p.log_std_linear.bias.grad)
logits = torch.randn(4, 3, requires_grad=True)
d = Categorical(logits=logits)
act = d.sample()
ret = torch.tensor([1., 0.5, -1., 2.])
ret = (ret - ret.mean()) / (ret.std() + np.finfo(np.float32).eps.item())
l = -(d.log_prob(act) * ret).sum() - 0.01 * d.entropy().mean() + kl_divergence(d, Categorical(logits=torch.zeros(4, 3))).mean()
l.backward()
print(act, l, logits.grad)
target_state = copy.deepcopy(policy_net.state_dict())
for key in target_state:
    target_state[key] = policy_net.state_dict()[key] * 0.005 + target_state[key] * 0.995
print(target_state)
