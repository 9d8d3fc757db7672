import torch

class Metrics:
    EPS = 1e-8
    names = ('mae', 'rmse', 'r2')

    @staticmethod
    def mae(p, t):
        return (p - t).abs().mean()

    @classmethod
    def rmse(cls, p, t):
        return torch.sqrt(((p - t) ** 2).mean() + cls.EPS)

    @classmethod
    def r2(cls, p, t):
        ss_res = torch.sum((t - p) ** 2)
        ss_tot = torch.sum((t - t.mean()) ** 2)
        return 1 - ss_res / (ss_tot + cls.EPS)

    @classmethod
    def all(cls, p, t):
        return {n: getattr(cls, n)(p, t).item() for n in cls.names}

torch.manual_seed(1)
t = torch.randn(20)
p = t + 0.1 * torch.randn(20)
for k, v in Metrics.all(p, t).items():
    print('{:<6}{:>10.5f}'.format(k, v))
print(Metrics.EPS, Metrics().names, Metrics.mae.__name__)
