import torch
import torch.nn.functional as F
x = torch.rand(3, 4, requires_grad=True) + 0.1
t = torch.tensor([0, 1, 2])
for f in (lambda: x.max(1)[0], lambda: x.min(0)[0], lambda: x.sum(1), lambda: x.mean(0), lambda: x.norm(dim=1), lambda: x.amax(1), lambda: x.prod(1), lambda: x.logsumexp(1),
          lambda: x.std(1), lambda: x.var(0), lambda: x.sort(1)[0], lambda: x.topk(2, 1)[0], lambda: x.gather(1, t[:, None]), lambda: x[t], lambda: x[x > 0.5], lambda: x.cumsum(1),
          lambda: x.median(1)[0], lambda: x.kthvalue(1, 1)[0], lambda: torch.einsum('ij->i', x), lambda: x @ x.t(), lambda: F.softmax(x, 1), lambda: torch.cat([x, x]), lambda: torch.stack([x, x]),
          lambda: F.normalize(x), lambda: F.cosine_similarity(x, x), lambda: F.pairwise_distance(x, x + 1), lambda: torch.cdist(x, x + 1), lambda: F.cross_entropy(x, t, reduction='none'), lambda: F.mse_loss(x, x * 2),
          lambda: x.sum(), lambda: x.mean(), lambda: x.abs(), lambda: x.clamp(0, 1), lambda: torch.where(x > 0, x, x), lambda: x.index_select(0, t), lambda: x.masked_select(x > 0), lambda: x.repeat(2, 1), lambda: x.flip(0), lambda: x.roll(1, 0), lambda: x.tril(), lambda: F.linear(x, torch.ones(2, 4)), lambda: F.conv2d(x[None, None], torch.ones(1, 1, 2, 2)), lambda: F.avg_pool2d(x[None], 2), lambda: F.max_pool2d(x[None], 2), lambda: F.interpolate(x[None, None], scale_factor=2), lambda: F.pad(x, (1, 1)), lambda: torch.bmm(x[None], x.t()[None]), lambda: x.mv(torch.ones(4)), lambda: F.nll_loss(x, t, reduction='none'), lambda: F.kl_div(x, x, reduction='none'), lambda: F.layer_norm(x, (4,)), lambda: F.embedding(t, x), lambda: x.take(t), lambda: torch.outer(x[0], x[1]), lambda: x.trace(), lambda: x.mean((0, 1)), lambda: x.clone(), lambda: x.contiguous().view(-1), lambda: x.reshape(2, 6), lambda: x[0], lambda: x[:, 1:], lambda: x.t(), lambda: x.unsqueeze(0), lambda: x.expand(2, 3, 4).clone(), lambda: x.float(), lambda: x.double()):
    r = f()
    n = r.grad_fn.name()
    r *= 2
    print(n, r.grad_fn.name())
