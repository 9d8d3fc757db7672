import torch

def tweedie_deviance(pred, target, p=1.5):
    if p == 1:
        d = target * torch.log(torch.clamp(target, min=1e-8) / pred) - (target - pred)
    elif p == 2:
        d = torch.log(pred / target) + target / pred - 1
    else:
        d = torch.pow(torch.clamp(target, min=0), 2 - p) / ((1 - p) * (2 - p)) \
            - target * torch.pow(pred, 1 - p) / (1 - p) + torch.pow(pred, 2 - p) / (2 - p)
    return 2 * d.mean()

eta = torch.tensor([0.2, -0.3, 1.1], requires_grad=True)
t = torch.tensor([1.0, 0.5, 4.0])
out = {}
for p in (0, 1, 1.5, 2, 3):
    l = tweedie_deviance(eta.exp(), t, p)
    (g,) = torch.autograd.grad(l, eta)
    out[p] = (l.item(), g)
    print("p=%-4s %.6f" % (p, l), g.numpy() if False else g)
print(min(out, key=lambda k: out[k][0]))
