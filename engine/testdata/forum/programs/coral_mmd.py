import torch

def CORAL(source, target):
    d = source.size(1)
    ns, nt = source.size(0), target.size(0)
    tmp_s = torch.ones((1, ns)) @ source
    cs = (source.t() @ source - (tmp_s.t() @ tmp_s) / ns) / (ns - 1)
    tmp_t = torch.ones((1, nt)) @ target
    ct = (target.t() @ target - (tmp_t.t() @ tmp_t) / nt) / (nt - 1)
    loss = (cs - ct).pow(2).sum().sqrt()
    return loss / (4 * d * d)

def mmd_rbf(x, y, kernel_mul=2.0, kernel_num=3):
    total = torch.cat([x, y], dim=0)
    n = total.size(0)
    t0 = total.unsqueeze(0).expand(n, n, total.size(1))
    t1 = total.unsqueeze(1).expand(n, n, total.size(1))
    L2 = ((t0 - t1) ** 2).sum(2)
    bw = torch.sum(L2.data) / (n ** 2 - n)
    bw /= kernel_mul ** (kernel_num // 2)
    bws = [bw * (kernel_mul ** i) for i in range(kernel_num)]
    k = sum([torch.exp(-L2 / b) for b in bws])
    b = x.size(0)
    return torch.mean(k[:b, :b] + k[b:, b:] - k[:b, b:] - k[b:, :b])

torch.manual_seed(47)
s = torch.randn(5, 3, requires_grad=True)
t = torch.randn(5, 3) + 1
l = CORAL(s, t) + mmd_rbf(s, t)
l.backward()
print(l, s.grad.norm())
