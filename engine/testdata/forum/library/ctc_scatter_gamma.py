import torch, torch.nn as nn, torch.nn.functional as F

x = torch.rand(3, 4, requires_grad=True)
print(torch.block_diag(x, torch.tensor([1, 2]), torch.tensor(5.)))
print(torch.isin(torch.tensor([1, 2, 3]), torch.tensor([1, 3])), torch.isin(torch.tensor([1, 2]), 2, invert=True), torch.argwhere(x > .5))
print(torch.tril_indices(3, 3, -1), torch.triu_indices(2, 3, 1))
print(torch.trapezoid(x), torch.trapz(x, torch.tensor([0., 1, 3, 4])), torch.cumulative_trapezoid(x, dx=.5, dim=0))
print(torch.polygamma(1, x + .3), torch.polygamma(2, x + 1), torch.polygamma(3, x[0] + .2), torch.special.polygamma(0, x[0]))
print(torch.special.zeta(torch.tensor([2., 1.5, 3.]), torch.tensor([1., 2.5, .3])), torch.mvlgamma(x + 2, 3), x.add(1).mvlgamma(2)[0], torch.special.multigammaln(x[0] + 3, 2))
torch.mvlgamma(x + 2, 3).sum().backward(); print(x.grad[0]); x.grad = None
(torch.polygamma(2, x + 1).sum() + torch.trapezoid(x).sum() * 2).backward(); print(x.grad[0])
for red in ["sum", "mean", "amax", "amin"]:
    for inc in (True, False):
        a = torch.tensor([1., 5., 2., 3.], requires_grad=True); s = torch.tensor([5., 2., 0., 7., 5.], requires_grad=True)
        y = a.scatter_reduce(0, torch.tensor([1, 0, 0, 3, 1]), s, reduce=red, include_self=inc)
        (y * torch.tensor([1., 2., 3., 4.])).sum().backward(); print(red, inc, y, a.grad, s.grad)
z = torch.zeros(3).scatter_reduce_(0, torch.tensor([0, 0, 2]), torch.tensor([1., 2, 3]), "mean")
print(z, torch.zeros(4, 2).index_copy(0, torch.tensor([1, 3]), torch.ones(2, 2)), torch.zeros(3).index_copy_(0, torch.tensor([2]), torch.ones(1)))
torch.manual_seed(3)
T, C, N, S = 12, 6, 3, 4
logits = torch.randn(T, N, C, requires_grad=True)
lp = logits.log_softmax(2)
t = torch.randint(1, C, (N, S), dtype=torch.long)
il, tl = torch.full((N,), T, dtype=torch.long), torch.tensor([4, 2, 3])
for red in ("mean", "sum", "none"):
    l = nn.CTCLoss(blank=0, reduction=red)(lp, t, il, tl); print(red, l)
g, = torch.autograd.grad(F.ctc_loss(lp, t, il, tl), logits, retain_graph=True); print(g[0], g.abs().sum())
flat = torch.cat([t[i, :tl[i]] for i in range(N)])
print(F.ctc_loss(lp, flat, il, tl, reduction="none"))
short = torch.tensor([2, 12, 5])
for z in (False, True):
    l = nn.CTCLoss(zero_infinity=z, reduction="none")(lp, t, short, tl)
    g, = torch.autograd.grad(l.sum(), logits, retain_graph=True); print(z, l, torch.isnan(g).any().item(), g[:, 1].abs().sum())
print(F.ctc_loss(lp, t, (12, 10, 11), (1, 2, 3), blank=5), nn.CTCLoss())
print(F.ctc_loss(lp[:, 0], t[0], torch.tensor(12), torch.tensor(4)))
for f in (lambda: F.ctc_loss(lp[:, 0], t[0], torch.tensor(12), torch.tensor(3)), lambda: F.ctc_loss(lp, t, (13, 10, 11), (1, 2, 3)), lambda: F.ctc_loss(lp, t, (12, 10), (1, 2, 3)), lambda: F.ctc_loss(lp, t, (12, 10, 3), (1, 2, 3), blank=6), lambda: torch.polygamma(-1, x), lambda: torch.mvlgamma(x, 0), lambda: torch.autograd.grad(torch.special.zeta(x, 2.).sum(), x)):
    try: f()
    except Exception as e: print(type(e).__name__, str(e).splitlines()[0])
