import torch
import torch.nn.functional as F
SMALL_NUM = torch.log(torch.tensor(1e-45))
print(SMALL_NUM)
class DCL(object):
    def __init__(self, temperature=0.1, weight_fn=None):
        super(DCL, self).__init__()
        self.temperature = temperature
        self.weight_fn = weight_fn

    def __call__(self, z1, z2):
        cross_view_distance = torch.mm(z1, z2.t())
        positive_loss = -torch.diag(cross_view_distance) / self.temperature
        if self.weight_fn is not None:
            positive_loss = positive_loss * self.weight_fn(z1, z2)
        neg_similarity = torch.cat((torch.mm(z1, z1.t()), cross_view_distance), dim=1) / self.temperature
        neg_mask = torch.eye(z1.size(0), device=z1.device).repeat(1, 2)
        negative_loss = torch.logsumexp(neg_similarity + neg_mask * SMALL_NUM, dim=1, keepdim=False)
        return (positive_loss + negative_loss).mean()

class DCLW(DCL):
    def __init__(self, sigma=0.5, temperature=0.1):
        weight_fn = lambda z1, z2: 2 - z1.size(0) * F.softmax((z1 * z2).sum(dim=1) / sigma, dim=0).squeeze()
        super(DCLW, self).__init__(weight_fn=weight_fn, temperature=temperature)

torch.manual_seed(30)
z1, z2 = (F.normalize(torch.randn(4, 6), p=2, dim=1) for _ in range(2))
z1.requires_grad_(True)
for cls in [DCL, DCLW]:
    z1.grad = None
    l = cls()(z1, z2)
    l.backward()
    print(cls.__name__, l, z1.grad.abs().mean())
