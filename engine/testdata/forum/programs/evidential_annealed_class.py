import torch, math

class EvidentialRegression:
    def __init__(self, coeff=0.01, *, anneal=10):
        self.coeff, self.anneal = coeff, anneal
    def split(self, out):
        mu, *rest = out.unbind(-1)
        v, a, b = map(torch.nn.functional.softplus, rest)
        return mu, v, a + 1, b
    def nll(self, y, mu, v, a, b):
        om = 2 * b * (1 + v)
        return (0.5 * math.log(math.pi) - 0.5 * v.log() - a * om.log()
                + (a + 0.5) * torch.log(v * (y - mu) ** 2 + om)
                + torch.lgamma(a) - torch.lgamma(a + 0.5))
    def __call__(self, out, y, epoch):
        mu, v, a, b = self.split(out)
        lam = min(1., epoch / self.anneal) * self.coeff
        reg = (y - mu).abs() * (2 * v + a)
        aleatoric, epistemic = b / (a - 1), b / (v * (a - 1))
        return (self.nll(y, mu, v, a, b) + lam * reg).mean(), dict(al=aleatoric.mean(), ep=epistemic.mean())

torch.manual_seed(2)
out = torch.randn(6, 4, requires_grad=True)
y = torch.linspace(-1, 1, 6)
crit = EvidentialRegression(0.1)
for epoch in (0, 5, 50):
    loss, info = crit(out, y, epoch)
    out.grad = None
    loss.backward()
    print(epoch, loss, {k: f"{v:.3f}" for k, v in info.items()}, out.grad.norm())
print(out.grad[0])
