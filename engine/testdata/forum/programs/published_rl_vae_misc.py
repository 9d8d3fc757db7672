import math, random
import torch, torch.nn as nn, torch.nn.functional as F
from torch.distributions import Normal, Categorical, kl_divergence
from collections import namedtuple, defaultdict, OrderedDict
random.seed(0); print(random.random(), random.randint(1, 10), random.choice("abc"), random.sample(range(10), 3), random.uniform(1, 2))
l = [1, 2, 3, 4]; random.shuffle(l); print(l)
torch.manual_seed(0)
def ppo(new_logp, old_logp, adv, clip=0.2):
    ratio = (new_logp - old_logp).exp()
    return -torch.min(ratio * adv, ratio.clamp(1 - clip, 1 + clip) * adv).mean()
logits = torch.randn(4, 3, requires_grad=True); a = torch.tensor([0, 2, 1, 1])
d = Categorical(logits=logits); v = ppo(d.log_prob(a), d.log_prob(a).detach() - 0.1, torch.tensor([1., -1., 0.5, 2.])) - 0.01 * d.entropy().mean()
v.backward(); print(v, logits.grad)
mu = torch.randn(3, 2, requires_grad=True); lv = torch.zeros(3, 2, requires_grad=True)
q = Normal(mu, (0.5 * lv).exp()); z = q.rsample(); v = kl_divergence(q, Normal(0., 1.)).sum(1).mean() + F.mse_loss(z, torch.ones(3, 2)); v.backward(); print(v, mu.grad, lv.grad)
class VectorQuantizer(nn.Module):
    def __init__(self, n_e, e_dim, beta):
        super().__init__()
        self.n_e, self.e_dim, self.beta = n_e, e_dim, beta
        self.embedding = nn.Embedding(self.n_e, self.e_dim)
        self.embedding.weight.data.uniform_(-1.0 / self.n_e, 1.0 / self.n_e)
    def forward(self, z):
        d = torch.sum(z ** 2, dim=1, keepdim=True) + torch.sum(self.embedding.weight**2, dim=1) - 2 * torch.matmul(z, self.embedding.weight.t())
        idx = torch.argmin(d, dim=1).unsqueeze(1)
        enc = torch.zeros(idx.shape[0], self.n_e, device=z.device); enc.scatter_(1, idx, 1)
        zq = torch.matmul(enc, self.embedding.weight).view(z.shape)
        loss = torch.mean((zq.detach() - z) ** 2) + self.beta * torch.mean((zq - z.detach()) ** 2)
        zq = z + (zq - z).detach()
        e_mean = torch.mean(enc, dim=0); perplexity = torch.exp(-torch.sum(e_mean * torch.log(e_mean + 1e-10)))
        return loss, zq, perplexity
vq = VectorQuantizer(5, 2, 0.25); z = torch.randn(4, 2, requires_grad=True); loss, zq, p = vq(z); (loss + zq.sum()).backward(); print(loss, p, z.grad, vq.embedding.weight.grad)
Out = namedtuple("Out", ["loss", "parts"], defaults=[None]); meter = defaultdict(list)
o = Out(loss); meter["a"].append(o.loss.item()); print(o._fields, o.parts, dict(meter))
